package dev.feedmill.push.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.feedmill.setting.SettingValues;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Outgoing requests, to real servers on the loopback address. */
class OutgoingClientIT {
    private static final ClientRules USUAL = ClientRules.of(SettingValues.DEFAULTS);
    private static final ClientRules OPEN = open(Duration.ofSeconds(10), 1_000, 8);

    private final List<AutoCloseable> open = new ArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private HttpServer server;
    private String seen = "";

    private static ClientRules open(Duration time, int connections, int perHost) {
        return new ClientRules(true, USUAL.connectTime(), time, connections, perHost, 10_000, 1_000, 32);
    }

    @BeforeEach
    void start() throws IOException {
        server = served(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    private HttpServer served(HttpServer made) {
        ExecutorService threads = Executors.newCachedThreadPool();
        made.setExecutor(threads);
        made.createContext("/echo", exchange -> {
            mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            requests.incrementAndGet();
            try (InputStream in = exchange.getRequestBody()) {
                seen = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                        + exchange.getRequestHeaders().getFirst("X-Own") + " "
                        + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                        + exchange.getRequestHeaders().getFirst("User-Agent") + " "
                        + new String(in.readAllBytes(), UTF_8);
            }
            byte[] body = "hello".getBytes(UTF_8);
            exchange.getResponseHeaders().add("X-Back", "1");
            exchange.getResponseHeaders().add("X-Back", "2");
            atOnce.decrementAndGet();
            exchange.sendResponseHeaders(201, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        made.createContext("/away", exchange -> {
            exchange.getResponseHeaders().add("Location", "/echo");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        made.createContext("/secret", exchange -> {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"x\"");
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
        });
        made.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                while (true) {
                    exchange.getResponseBody().write(new byte[10_000]);
                }
            } catch (IOException e) {
                exchange.close();
            }
        });
        made.start();
        open.add(() -> {
            made.stop(0);
            threads.shutdownNow();
        });
        return made;
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    private OutgoingClient client(ClientRules rules) {
        OutgoingClient client = OutgoingClient.start(rules, "Feedmill/1 (+https://feeds.example)");
        open.add(0, client);
        return client;
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static OutgoingRequest get(String url) {
        return OutgoingRequest.get(Objects.requireNonNull(OutgoingUrl.parse(url)));
    }

    private static Outcome.Answered answer(OutgoingClient client, OutgoingRequest request) {
        return (Outcome.Answered) client.send(request).join();
    }

    private static Outcome.Reason failure(OutgoingClient client, OutgoingRequest request) {
        return ((Outcome.Failed) client.send(request).join()).reason();
    }

    @Test
    void a_request_arrives_and_its_response_comes_back() {
        OutgoingRequest post = OutgoingRequest.post(
                Objects.requireNonNull(OutgoingUrl.parse(url("/echo?a=%2F&b"))),
                "text/plain",
                Map.of("X-Own", "mine"),
                "words".getBytes(UTF_8));

        Outcome.Answered answer = answer(client(OPEN), post);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.isSuccess()).isTrue();
        assertThat(answer.field("X-Back")).isEqualTo("1, 2");
        assertThat(answer.body()).asString(UTF_8).isEqualTo("hello");
        assertThat(answer.isWhole()).isTrue();
        assertThat(seen).isEqualTo("POST /echo?a=%2F&b mine text/plain Feedmill/1 (+https://feeds.example) words");
    }

    @Test
    void a_redirect_is_not_followed_and_no_password_looked_for() {
        assertThat(answer(client(OPEN), get(url("/away"))).status()).isEqualTo(302);
        assertThat(answer(client(OPEN), get(url("/secret"))).status()).isEqualTo(401);
        assertThat(requests).hasValue(0);
    }

    @Test
    void an_endless_response_is_cut() {
        Outcome.Answered answer = answer(client(OPEN), get(url("/endless")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).hasSize(1_000);
        assertThat(answer.isWhole()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "127.1", "0"})
    void a_private_address_is_not_connected_to_however_it_is_written(String host) {
        OutgoingClient client = client(USUAL);
        String url = "http://" + host + ":" + server.getAddress().getPort() + "/echo";
        OutgoingUrl parsed = OutgoingUrl.parse(url);

        if (parsed != null) {
            assertThat(failure(client, OutgoingRequest.get(parsed)))
                    .isIn(Outcome.Reason.REFUSED_ADDRESS, Outcome.Reason.UNKNOWN_HOST);
        }
        assertThat(requests).hasValue(0);
    }

    @Test
    void a_private_address_is_refused_for_what_it_is() {
        assertThat(failure(client(USUAL), get(url("/echo")))).isEqualTo(Outcome.Reason.REFUSED_ADDRESS);
    }

    @Test
    void failures_have_reasons() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        OutgoingClient client = client(OPEN);

        assertThat(failure(client, get("http://127.0.0.1:" + closed + "/"))).isEqualTo(Outcome.Reason.NO_CONNECTION);
        assertThat(failure(client, get("http://nothing.invalid/"))).isEqualTo(Outcome.Reason.UNKNOWN_HOST);
        assertThat(failure(client, get(babbler()))).isEqualTo(Outcome.Reason.BROKEN);
    }

    /** A server that does not speak HTTP. */
    private String babbler() throws IOException {
        ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        open.add(socket);
        CompletableFuture<Void> said = CompletableFuture.runAsync(() -> {
            try (var connection = socket.accept()) {
                connection.getInputStream().read(new byte[1_000]);
                connection.getOutputStream().write("220 mail.example ready\r\n\r\n".getBytes(UTF_8));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        open.add(said::join);
        return "http://127.0.0.1:" + socket.getLocalPort() + "/";
    }

    @Test
    void a_host_that_never_answers_holds_up_no_other() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            OutgoingClient client = client(open(Duration.ofMinutes(1), 4, 1));
            List<CompletableFuture<Outcome>> stuck = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                stuck.add(client.send(get("http://localhost:" + silent.getLocalPort() + "/")));
            }

            assertThat(answer(client, get(url("/echo"))).status()).isEqualTo(201);
            assertThat(stuck).noneMatch(CompletableFuture::isDone);
            client.close();
            assertThat(stuck).allMatch(CompletableFuture::isDone);
        }
    }

    @Test
    void a_host_that_takes_too_long_is_given_up() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            OutgoingClient client = client(open(Duration.ofMillis(100), 10, 8));

            assertThat(failure(client, get("http://127.0.0.1:" + silent.getLocalPort() + "/")))
                    .isEqualTo(Outcome.Reason.TIMEOUT);
        }
    }

    @Test
    void many_requests_go_out_by_few_connections() {
        OutgoingClient client = client(open(Duration.ofSeconds(30), 100, 3));
        List<CompletableFuture<Outcome>> outcomes = Stream.generate(() -> client.send(get(url("/echo"))))
                .limit(1_000)
                .toList();

        assertThat(outcomes).allMatch(outcome -> outcome.join().isSuccess());
        assertThat(mostAtOnce).hasValueLessThanOrEqualTo(3);
    }

    /** Each address of the loopback network is another host. */
    @Test
    void many_hosts_do_not_keep_many_connections() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 200, null)) {
            AtomicInteger connected = new AtomicInteger();
            AtomicInteger mostConnected = new AtomicInteger();
            ExecutorService threads = Executors.newCachedThreadPool();
            open.add(threads::shutdownNow);
            threads.execute(() -> accept(socket, threads, connected, mostConnected));
            OutgoingClient client = client(open(Duration.ofSeconds(30), 20, 8));
            List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
            for (int host = 1; host <= 200; host++) {
                outcomes.add(client.send(get("http://127.0.0." + host + ":" + socket.getLocalPort() + "/")));
            }

            assertThat(outcomes).allMatch(outcome -> outcome.join().isSuccess());
            // Some are closed already, and the server has not heard of it.
            assertThat(mostConnected).hasValueBetween(10, 40);
        }
    }

    private static void accept(
            ServerSocket socket, ExecutorService threads, AtomicInteger connected, AtomicInteger mostConnected) {
        try {
            while (true) {
                Socket connection = socket.accept();
                mostConnected.accumulateAndGet(connected.incrementAndGet(), Math::max);
                threads.execute(() -> {
                    try (connection) {
                        while (connection.getInputStream().read(new byte[4_000]) > 0) {
                            connection
                                    .getOutputStream()
                                    .write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(UTF_8));
                        }
                    } catch (IOException e) {
                        // The client went away.
                    } finally {
                        connected.decrementAndGet();
                    }
                });
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    @Test
    void a_queue_that_is_full_takes_no_more() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            OutgoingClient client =
                    client(new ClientRules(true, USUAL.connectTime(), Duration.ofMinutes(1), 2, 1, 1, 1_000, 32));
            String url = "http://127.0.0.1:" + silent.getLocalPort() + "/";
            List<CompletableFuture<Outcome>> taken = List.of(client.send(get(url)), client.send(get(url)));

            assertThat(taken).noneMatch(CompletableFuture::isDone);
            assertThat(failure(client, get(url))).isEqualTo(Outcome.Reason.BUSY);
        }
    }

    @Test
    void a_certificate_that_nobody_signed_is_refused(@TempDir Path folder) throws Exception {
        Path keys = folder.resolve("keys.p12");
        KeyStore store = selfSigned(keys);
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, "secret".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer secured = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        secured.setHttpsConfigurator(new HttpsConfigurator(context));
        served(secured);
        String url = "https://127.0.0.1:" + secured.getAddress().getPort() + "/echo";
        SslContextFactory.Client trusting = new SslContextFactory.Client();
        trusting.setTrustStore(store);
        OutgoingClient truster = OutgoingClient.start(OPEN, "Feedmill", trusting);
        open.add(0, truster);

        assertThat(failure(client(OPEN), get(url))).isEqualTo(Outcome.Reason.TLS);
        assertThat(answer(truster, get(url)).status()).isEqualTo(201);
        assertThat(failure(truster, get(url.replace("127.0.0.1", "localhost")))).isEqualTo(Outcome.Reason.TLS);
    }

    private static KeyStore selfSigned(Path keys) throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=x",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storepass",
                        "secret",
                        "-keystore",
                        keys.toString())
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, "secret".toCharArray());
        }
        return store;
    }
}
