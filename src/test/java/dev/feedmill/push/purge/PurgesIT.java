package dev.feedmill.push.purge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.feedmill.Await;
import dev.feedmill.TestApp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What caches are sent when something changes; they are real servers that write it down. */
class PurgesIT {
    @TempDir
    Path folder;

    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private HttpServer cache;

    private record Request(String method, String keys, String authorization, String body) {}

    @BeforeEach
    void start() throws IOException {
        cache = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        cache.createContext("/", this::answer);
        cache.start();
        write("a.md", "Walks");
    }

    @AfterEach
    void stop() {
        cache.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.add(new Request(
                exchange.getRequestMethod(),
                String.valueOf(exchange.getRequestHeaders().getFirst("xkey-purge")),
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private void write(String file, String tags) throws IOException {
        TestApp.write(folder, file, "---\ntitle: " + file + "\ndate: 2024-05-01\ntags: [" + tags + "]\n---\n\nText.\n");
    }

    private TestApp app(String... settings) throws Exception {
        Map<String, String> all = new HashMap<>(Map.of(
                "caches.purge", "http://127.0.0.1:" + cache.getAddress().getPort() + "/",
                "caches.tag-field", "xkey",
                "caches.purge-interval", "10ms",
                "caches.purge-again", "0s"));
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        return TestApp.start(folder, all);
    }

    private static Set<String> tags(TestApp app, String path) throws Exception {
        return new TreeSet<>(Arrays.asList(
                app.get(path).headers().firstValue("xkey").orElse("").split(" ", -1)));
    }

    private boolean isPurged(Set<String> tags) {
        return requests.stream()
                .anyMatch(
                        request -> Arrays.asList(request.keys().split(" ", -1)).containsAll(tags));
    }

    @Test
    void a_change_purges_what_it_makes_stale_and_a_first_start_nothing() throws Exception {
        try (TestApp app = app()) {
            write("b.md", "fog");
            Await.until("the purge", () -> !requests.isEmpty());
            Set<String> wanted = new TreeSet<>(tags(app, "/tags/fog.rss"));
            wanted.remove("feedmill");
            wanted.add("t0");
            Await.until("the tags of what changed", () -> isPurged(wanted));
            Set<String> others = tags(app, "/tags/Walks.rss");
            others.remove("feedmill");
            assertThat(requests).allSatisfy(request -> {
                assertThat(request.method()).isEqualTo("PURGE");
                assertThat(request.keys().split(" ", -1))
                        .doesNotContainAnyElementsOf(others)
                        .doesNotContain("feedmill");
            });
        }
    }

    @Test
    void a_restart_purges_everything_until_the_cache_takes_it() throws Exception {
        try (TestApp app = app()) {
            assertThat(app.get("/feed.rss").statusCode()).isEqualTo(200);
        }
        status = 503;
        try (TestApp app = app()) {
            Await.until("the attempt", () -> !requests.isEmpty());
            assertThat(app.get("/feed.rss").statusCode()).isEqualTo(200);
        }
        requests.clear();
        status = 200;
        try (TestApp app = app()) {
            Await.until("the purge", () -> isPurged(Set.of("feedmill")));
            assertThat(app.get("/feed.rss").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_failed_purge_is_tried_again() throws Exception {
        try (TestApp app = app()) {
            status = 429;
            write("b.md", "fog");
            Await.until("the second attempt", () -> requests.size() > 1);
            status = 200;
            int failed = requests.size();
            Await.until("the purge", () -> requests.size() > failed);
            write("c.md", "rain");
            Set<String> wanted = new TreeSet<>();
            Await.until("the article", () -> app.get("/tags/rain.rss").statusCode() == 200);
            wanted.addAll(tags(app, "/tags/rain.rss"));
            wanted.remove("feedmill");
            Await.until("the next purge", () -> isPurged(wanted));
        }
    }

    @Test
    void a_purge_is_repeated_for_responses_that_were_under_way() throws Exception {
        try (TestApp app = app("caches.purge-again", "50ms")) {
            write("b.md", "fog");
            Await.until("the purge and its repetition", () -> requests.size() >= 2);
            assertThat(app.get("/feed.rss").statusCode()).isEqualTo(200);
            List<String> sent = new ArrayList<>();
            requests.forEach(request -> sent.add(request.keys()));
            assertThat(sent)
                    .anySatisfy(keys ->
                            assertThat(sent.stream().filter(keys::equals)).hasSizeGreaterThan(1));
        }
    }

    @Test
    void many_tags_are_sent_in_parts_and_too_many_become_one_for_everything() throws Exception {
        String[] cloudflare = {
            "caches.purge-preset",
            "cloudflare",
            "caches.purge-token",
            "s3cret",
            "caches.purge-tags",
            "2",
            "caches.purge-all-above",
            "7"
        };
        try (TestApp app = app(cloudflare)) {
            write("b.md", "fog");
            Await.until("the purge", () -> requests.size() > 1);
            assertThat(requests).allSatisfy(request -> {
                assertThat(request.method()).isEqualTo("POST");
                assertThat(request.authorization()).isEqualTo("Bearer s3cret");
                assertThat(request.body()).matches("\\{\"tags\":\\[\"[a-z0-9]+\"(,\"[a-z0-9]+\")?]}");
            });
            write("c.md", "a, b, c, d, e, f, g, h");
            Await.until(
                    "the purge of everything",
                    () -> requests.stream().anyMatch(request -> request.body().equals("{\"tags\":[\"feedmill\"]}")));
            assertThat(app.get("/tags/h.rss").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void other_settings_purge_everything() throws Exception {
        try (TestApp app = app()) {
            write("b.md", "fog");
            Await.until("the purge of a change", () -> !requests.isEmpty());
            app.apply(
                    folder,
                    null,
                    Map.of(
                            "site.title",
                            "Another",
                            "caches.purge",
                            "http://localhost:" + cache.getAddress().getPort() + "/",
                            "caches.purge-fields",
                            "xkey-purge: {tags} {token}",
                            "caches.purge-token",
                            "other"));
            Await.until("the purge", () -> isPurged(Set.of("feedmill")));
        }
    }
}
