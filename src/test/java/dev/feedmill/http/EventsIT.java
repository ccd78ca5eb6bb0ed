package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.Await;
import dev.feedmill.TestApp;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Live events as a client sees them. */
class EventsIT {
    private static final Pattern ID = Pattern.compile("id: (\\d+)\n");

    @TempDir
    Path folder;

    @BeforeEach
    void fill() throws IOException {
        write("a", "Alpha", "Walks");
    }

    private void write(String name, String title, String tag) throws IOException {
        TestApp.write(
                folder,
                name + ".md",
                "---\ntitle: " + title + "\ndate: 2024-01-01\ntags: [" + tag + "]\n---\n\nText.\n");
    }

    /** A client that remembers all that it gets, and lets a test wait for it. */
    private static final class Listener implements AutoCloseable {
        private final Socket socket = new Socket();

        @SuppressWarnings("JdkObsolete") // two threads use it
        private final StringBuffer got = new StringBuffer();

        private volatile boolean isOver;

        Listener(int port, String target, String... fields) throws IOException {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            String head = "GET " + target + " HTTP/1.1\r\nHost: a\r\n"
                    + String.join(
                            "", List.of(fields).stream().map(f -> f + "\r\n").toList()) + "\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            Thread reader = new Thread(this::read, "listener");
            reader.setDaemon(true);
            reader.start();
        }

        private void read() {
            try {
                InputStream in = socket.getInputStream();
                byte[] buffer = new byte[8_192];
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    // Chunk sizes between the lines disturb nobody here.
                    got.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                // As its end.
            } finally {
                isOver = true;
            }
        }

        Listener await(String text) {
            Await.until(text + " in " + got, () -> got.indexOf(text) >= 0);
            return this;
        }

        /** Waits for the last chunk; the connection may go on. */
        void awaitEndOfStream() {
            await("\r\n0\r\n\r\n");
        }

        void awaitEnd() {
            Await.until("the end of the stream", () -> isOver);
        }

        String lastId() {
            Matcher ids = ID.matcher(got);
            String last = "";
            while (ids.find()) {
                last = ids.group(1);
            }
            return last;
        }

        void leave() throws IOException {
            socket.close();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static Listener open(TestApp app, String target, String... fields) throws IOException {
        return new Listener(app.port(), target, fields).await("event: begin");
    }

    @Test
    void it_says_what_is_added_edited_and_removed_where_it_is_selected() throws Exception {
        try (TestApp app = TestApp.start(folder, Map.of());
                Listener all = open(app, "/events?limit=3&sort=updated");
                Listener walks = open(app, "/events?tag=Walks&fields=title,id");
                Listener found = open(app, "/events?filter_title=Beta")) {
            assertThat(all.got)
                    .startsWith("HTTP/1.1 200 OK")
                    .containsIgnoringCase("content-type: text/event-stream; charset=utf-8\r\n")
                    .containsIgnoringCase("cache-control: no-store\r\n")
                    .containsIgnoringCase("x-accel-buffering: no\r\n")
                    .containsIgnoringCase("access-control-allow-origin: *\r\n")
                    .contains("retry: ");
            assertThat(app.text("/metrics")).contains("\nfeedmill_event_streams 3\n");
            assertThat(app.text("/status.json")).contains("\"eventStreams\":3");
            TestApp.write(folder, "d.md", "---\ntitle: Held\ndate: 2024-01-01\ndraft: true\n---\n\nText.\n");
            write("b", "Beta", "Rides");
            all.await("event: added")
                    .await("\"title\":\"Beta\"")
                    .await("\"tags\":[\"Rides\"]")
                    .await("\n\n");
            found.await("\"title\":\"Beta\"");
            write("b", "Beta", "Walks");
            walks.await("event: edited").await(",\"title\":\"Beta\"}");
            write("b", "Gamma", "Rides");
            walks.await("event: removed");
            found.await("event: removed");
            all.await("\"title\":\"Gamma\"");
            Files.delete(folder.resolve("articles/b.md"));
            all.await("event: removed");
            write("c", "Delta", "Walks");
            walks.await(",\"title\":\"Delta\"}");
            all.await("\"title\":\"Delta\"");
            assertThat(walks.got).doesNotContain("summary");
            assertThat(all.got).doesNotContain("Held").doesNotContain("event: reset");
            assertThat(all.got.indexOf("event: removed")).isGreaterThan(all.got.indexOf("event: edited"));
        }
    }

    @Test
    void a_client_that_comes_back_misses_nothing_even_over_a_restart() throws Exception {
        String id;
        Listener first;
        try (TestApp app = TestApp.start(folder, Map.of())) {
            first = open(app, "/events");
            id = first.lastId();
            write("b", "Beta", "Rides");
            first.await("\"title\":\"Beta\"");
            Files.delete(folder.resolve("articles/a.md"));
            first.await("event: removed");
        }
        try (first) {
            first.awaitEnd();
        }
        write("c", "Gamma", "Rides");
        try (TestApp app = TestApp.start(folder, Map.of());
                Listener field = open(app, "/events?last-event-id=999999999", "Last-Event-ID: " + id);
                Listener parameter = open(app, "/events?last-event-id=" + id);
                Listener unknown = open(app, "/events", "Last-Event-ID: 999999999");
                Listener wrong = open(app, "/events", "Last-Event-ID: x")) {
            for (Listener each : List.of(field, parameter)) {
                each.await("\"title\":\"Beta\"").await("\"title\":\"Gamma\"").await("event: removed");
                assertThat(each.got).doesNotContain("event: reset");
            }
            unknown.await("event: reset");
            wrong.await("event: reset");
        }
    }

    @Test
    void more_changes_than_the_queue_has_room_for_are_a_reset() throws Exception {
        try (TestApp app = TestApp.start(folder, Map.of("events.queue", "2"));
                Listener first = open(app, "/events")) {
            String id = first.lastId();
            for (String name : List.of("b", "c", "d")) {
                write(name, "T" + name, "Rides");
                first.await("\"title\":\"T" + name + "\"");
            }
            try (Listener late = open(app, "/events", "Last-Event-ID: " + id)) {
                late.await("event: reset");
                write("e", "Te", "Rides");
                late.await("\"title\":\"Te\"");
                assertThat(late.got).doesNotContain("\"title\":\"Tb\"");
            }
        }
    }

    @Test
    void limits_are_kept_and_change_with_a_reload() throws Exception {
        Map<String, String> few = Map.of("events.max-clients", "3", "events.max-per-client", "1");
        try (TestApp app = TestApp.start(folder, few)) {
            try (Listener one = open(app, "/events", "X-Forwarded-For: 192.0.2.1")) {
                HttpResponse<byte[]> greedy = app.get("/events", "X-Forwarded-For", "192.0.2.1");
                assertThat(greedy.statusCode()).isEqualTo(429);
                assertThat(greedy.headers().firstValue("Retry-After")).isPresent();
                try (Listener two = open(app, "/events", "X-Forwarded-For: 192.0.2.2");
                        Listener three = open(app, "/events")) {
                    assertThat(app.get("/events").statusCode()).isEqualTo(503);
                    one.leave();
                    Await.until("a free place", () -> {
                        try (Listener next = new Listener(app.port(), "/events")) {
                            Await.until("an answer", () -> next.got.indexOf("\r\n\r\n") > 0);
                            return next.got.indexOf("200") > 0;
                        }
                    });
                    app.apply(folder, null, Map.of("events.max-clients", "0"));
                    two.awaitEndOfStream();
                    three.awaitEndOfStream();
                }
            }
            assertThat(app.get("/events").statusCode()).isEqualTo(404);
            assertThat(app.text("/openapi.json")).doesNotContain("/events");
            assertThat(app.text("/")).doesNotContain("event-stream").doesNotContain("class=\"news\"");
            assertThat(app.get("/latest").headers().firstValue("Link")).isEmpty();
        }
    }

    @Test
    void pages_and_latest_name_the_stream_of_what_they_list() throws Exception {
        try (TestApp app = TestApp.start(folder, Map.of())) {
            assertThat(app.text("/")).contains("<link rel=\"alternate\" type=\"text/event-stream\" href=\"./events\">");
            assertThat(app.text("/tags/Walks"))
                    .contains("<link rel=\"alternate\" type=\"text/event-stream\" href=\"../events?tag=Walks\">");
            assertThat(app.get("/latest?tag=Walks&limit=3")
                            .headers()
                            .firstValue("Link")
                            .orElseThrow())
                    .endsWith("/events?tag=Walks>; rel=\"alternate\"; type=\"text/event-stream\"");
            assertThat(app.text("/openapi.json")).contains("\"/events\"", "last-event-id");
            assertThat(app.get("/events?tag=None").statusCode()).isEqualTo(404);
            assertThat(app.get("/events?since=x").statusCode()).isEqualTo(400);
        }
        try (TestApp app = TestApp.start(folder, Map.of("site.search", "false"))) {
            assertThat(app.text("/")).doesNotContain("event-stream").doesNotContain("class=\"news\"");
        }
    }

    @Test
    void head_has_no_stream_and_old_clients_get_one_that_their_connection_ends() throws Exception {
        Map<String, String> brief = Map.of("events.max-time", "1s", "events.heartbeat", "100ms");
        try (TestApp app = TestApp.start(folder, brief)) {
            assertThat(app.send("HEAD", "/events").headers().firstValue("Content-Type"))
                    .contains("text/event-stream; charset=utf-8");
            for (String rest : List.of("HTTP/1.0\r\n\r\n", "HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")) {
                assertThat(app.wire("GET /events " + rest))
                        .startsWith("HTTP/1.1 200")
                        .contains("event: begin", ": heartbeat\nid: ");
            }
            // The connection goes on after the end of a stream.
            assertThat(app.wire("GET /events HTTP/1.1\r\nHost: a\r\n\r\n"
                            + "GET /nothing HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                    .contains("event: begin", "HTTP/1.1 404");
        }
    }

    @Test
    void the_time_limits_of_other_requests_do_not_cut_it() throws Exception {
        Map<String, String> brief = Map.of(
                "server.idle-timeout",
                "1s",
                "limits.answer-time",
                "500ms",
                "limits.send-time",
                "500ms",
                "events.heartbeat",
                "2s");
        try (TestApp app = TestApp.start(folder, brief);
                Listener quiet = open(app, "/events")) {
            quiet.await(": heartbeat");
            write("b", "Beta", "Rides");
            quiet.await("\"title\":\"Beta\"");
        }
    }

    @Test
    void who_does_not_read_is_cut_off() throws Exception {
        String big = "Text. ".repeat(200_000);
        try (TestApp app = TestApp.start(
                        folder,
                        Map.of(
                                "events.queue", "3",
                                "events.queue-size", "10MB",
                                "events.heartbeat", "10m",
                                "events.max-clients", "2"));
                Listener awake = open(app, "/events?fields=content_html,title");
                Socket asleep = new Socket()) {
            asleep.setReceiveBufferSize(2_048);
            asleep.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), app.port()));
            asleep.getOutputStream()
                    .write("GET /events?fields=content_html HTTP/1.1\r\nHost: a\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            Await.until("no place", () -> app.get("/events").statusCode() == 503);
            for (int i = 0; i < 12; i++) {
                TestApp.write(folder, "big.md", "---\ntitle: Big " + i + "\ndate: 2024-01-01\n---\n\n" + big);
                awake.await("\"title\":\"Big " + i + "\"");
            }
            try (Listener next = open(app, "/events")) {
                assertThat(next.got).startsWith("HTTP/1.1 200");
            }
        }
    }

    @Test
    void a_thousand_quiet_streams_need_few_threads_and_delay_no_stop() throws Exception {
        List<Socket> quiet = new ArrayList<>();
        try {
            long stopped;
            try (TestApp app = TestApp.start(folder, Map.of())) {
                int before = ManagementFactory.getThreadMXBean().getThreadCount();
                for (int i = 0; i < 1_000; i++) {
                    Socket socket = new Socket(InetAddress.getLoopbackAddress(), app.port());
                    quiet.add(socket);
                    socket.getOutputStream()
                            .write("GET /events HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    assertThat(socket.getInputStream().read()).isEqualTo('H');
                }
                assertThat(ManagementFactory.getThreadMXBean().getThreadCount()).isLessThan(before + 100);
                assertThat(app.get("/events").statusCode()).isEqualTo(503);
                write("b", "Beta", "Rides");
                for (Socket socket : quiet) {
                    Await.until("the event", () -> read(socket).contains("event: added"));
                }
                stopped = System.nanoTime();
            }
            assertThat(System.nanoTime() - stopped).isLessThan(3_000_000_000L);
            for (Socket socket : quiet) {
                assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .endsWith("\r\n0\r\n\r\n");
            }
        } finally {
            for (Socket socket : quiet) {
                socket.close();
            }
        }
    }

    private static String read(Socket socket) throws IOException {
        byte[] bytes = new byte[8_192];
        int n = socket.getInputStream().read(bytes);
        return n < 0 ? "" : new String(bytes, 0, n, StandardCharsets.UTF_8);
    }
}
