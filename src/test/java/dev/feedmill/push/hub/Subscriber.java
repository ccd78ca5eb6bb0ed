package dev.feedmill.push.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;

/** A subscriber with a server of its own, that notes what its callbacks are asked. */
public final class Subscriber implements AutoCloseable {
    private final HttpServer server;
    private final List<String> queries = new CopyOnWriteArrayList<>();
    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    /** Open unless deliveries are held. */
    private volatile CountDownLatch gate = new CountDownLatch(0);

    private volatile int status = 200;
    private volatile UnaryOperator<String> answer = challenge -> challenge;

    /** What was delivered to a callback. */
    public record Delivery(String path, Headers fields, String body) {
        public String field(String name) {
            return String.valueOf(fields.getFirst(name));
        }
    }

    public Subscriber() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            awaitGate();
            deliveries.add(new Delivery(exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
            return;
        }
        String query = exchange.getRequestURI().getRawQuery();
        byte[] body =
                answer.apply(parsed(query).getOrDefault("hub.challenge", "")).getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
        queries.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    }

    private void awaitGate() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers no delivery until it is told to. */
    void hold() {
        gate = new CountDownLatch(1);
    }

    void release() {
        gate.countDown();
    }

    /** Answers with a status from now on. */
    public void answer(int other) {
        status = other;
    }

    /** Answers with another text than the challenge. */
    public void answer(UnaryOperator<String> other) {
        answer = other;
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** What was delivered so far, the first first. */
    public List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    /** What it was asked so far, the first first. */
    public List<String> asked() {
        return List.copyOf(queries);
    }

    /** The parameters of what it was asked last. */
    public Map<String, String> last() {
        return parsed(queries.get(queries.size() - 1).replaceFirst("^[^?]*[?]", ""));
    }

    private static Map<String, String> parsed(String query) {
        Map<String, String> values = new HashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            values.put(
                    equals < 0 ? pair : pair.substring(0, equals),
                    equals < 0 ? "" : URLDecoder.decode(pair.substring(equals + 1), UTF_8));
        }
        return values;
    }

    @Override
    public void close() {
        release();
        server.stop(0);
    }
}
