package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.Await;
import dev.feedmill.TestApp;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that take their time, or leave before they are answered. */
class SlowClientsIT {
    private static final String PLAIN = "GET /health HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String ENDLESS =
            "GET /feed.rss?filter_description=(.*.*)%7B60%7D1 HTTP/1.1\r\nHost: a\r\n\r\n";

    @TempDir
    static Path folder;

    private static TestApp app;

    @BeforeAll
    static void start() throws Exception {
        for (int i = 0; i < 20; i++) {
            TestApp.write(
                    folder,
                    i + ".md",
                    "---\ntitle: One\ndate: 2024-05-01\n---\n\n" + "No figure in these words. ".repeat(60_000));
        }
        app = TestApp.start(
                folder,
                Map.of(
                        "limits.head-time", "300ms",
                        "limits.send-time", "300ms",
                        "server.idle-timeout", "5m",
                        "limits.answer-time", "1h",
                        "limits.concurrent-answers", "1"));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), app.port()));
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Sends bytes one by one for as long as the server takes them. */
    private static void trickle(Socket socket) throws InterruptedException {
        try {
            for (int i = 0; i < 2_000; i++) {
                send(socket, "x");
                Thread.sleep(10);
            }
        } catch (IOException e) {
            return;
        }
        throw new AssertionError("the server takes whatever trickles in");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "G",
                "GET /feed.rss HTTP/1.1\r\nHost: a\r\nX-Slow: ",
                "GET /",
                "\r\n\r\n",
                PLAIN + "GET /",
                "GET /health HTTP/1.1\r\nHost: a\r\nConnection: keep-alive, x\r\n\r\nGET /health HTTP/1.1\r\nX-Slow: "
            })
    void a_head_that_trickles_in_is_cut_off(String beginning) throws Exception {
        try (Socket socket = connect()) {
            send(socket, beginning);
            trickle(socket);
        }
    }

    @Test
    void a_client_may_be_silent_after_a_whole_head() throws Exception {
        try (Socket full = connect();
                Socket ready = connect();
                Socket slow = connect()) {
            app.get("/feed.rss");
            send(full, PLAIN);
            send(ready, "HEAD /feed.rss HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(status(full)).isEqualTo("HTTP/1.1 200");
            assertThat(status(ready)).isEqualTo("HTTP/1.1 200");
            send(slow, "G");
            // Longer than a head may take.
            trickle(slow);
            drain(full);
            drain(ready);
            send(full, PLAIN);
            send(ready, PLAIN);
            assertThat(status(full)).isEqualTo("HTTP/1.1 200");
            assertThat(status(ready)).isEqualTo("HTTP/1.1 200");
        }
    }

    private static String status(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }

    private static void drain(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        while (in.available() > 0) {
            in.skipNBytes(in.available());
        }
    }

    @Test
    void an_answer_that_is_not_fetched_is_cut_off() throws Exception {
        long length = app.send("HEAD", "/latest")
                .headers()
                .firstValueAsLong("Content-Length")
                .orElseThrow();
        assertThat(length).isGreaterThan(20_000_000);
        try (Socket reader = connect();
                Socket slow = connect()) {
            send(reader, "GET /latest HTTP/1.1\r\nHost: a\r\n\r\n");
            status(reader);
            send(slow, "G");
            trickle(slow);
            assertThat(rest(reader)).isLessThan(length);
        }
    }

    private static long rest(Socket socket) {
        long bytes = 0;
        try {
            InputStream in = socket.getInputStream();
            byte[] some = new byte[65_536];
            for (int n = in.read(some); n >= 0; n = in.read(some)) {
                bytes += n;
            }
            return bytes;
        } catch (IOException e) {
            return bytes;
        }
    }

    @Test
    void the_work_for_a_client_that_left_ends() throws Exception {
        try (Socket client = connect()) {
            send(client, ENDLESS);
            Await.until("work for it", () -> app.get("/health").statusCode() == 200 && isBusy());
        }
        // The one who makes answers to queries is free again.
        assertThat(app.get("/feed.rss?limit=1").statusCode()).isEqualTo(200);
    }

    /** Whether the only one who makes answers to queries is at work. */
    private static boolean isBusy() throws Exception {
        try (Socket other = connect()) {
            other.setSoTimeout(200);
            send(other, "GET /feed.atom?limit=" + (1 + System.nanoTime() % 50) + " HTTP/1.1\r\nHost: a\r\n\r\n");
            other.getInputStream().read();
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
