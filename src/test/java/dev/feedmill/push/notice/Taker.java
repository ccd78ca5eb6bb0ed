package dev.feedmill.push.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that takes or refuses what it is told. */
final class Taker implements AutoCloseable {
    final List<Told> taken = new CopyOnWriteArrayList<>();
    final List<Told> refused = new CopyOnWriteArrayList<>();
    volatile int status = 204;
    private final HttpServer server;

    /** A request. */
    record Told(Headers fields, String body) {
        String field(String name) {
            return fields.getFirst(name);
        }
    }

    Taker() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Told told = new Told(
                    exchange.getRequestHeaders(),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            int answer = status;
            (answer / 100 == 2 ? taken : refused).add(told);
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/told";
    }

    /** The bodies of what was taken, one after the other. */
    String all() {
        StringBuilder all = new StringBuilder();
        taken.forEach(told -> all.append(told.body()).append('\n'));
        return all.toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
