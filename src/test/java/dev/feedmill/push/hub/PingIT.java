package dev.feedmill.push.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.feedmill.Await;
import dev.feedmill.TestApp;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hubs of others are told of what has changed (WebSub section 6). */
class PingIT {
    private static final Set<String> CHANGED = Set.of(
            "/feed.rss",
            "/feed.atom",
            "/feed.json",
            "/categories/Walks.rss",
            "/categories/Walks.atom",
            "/categories/Walks.json",
            "/feeds/some.rss",
            "/feeds/some.atom",
            "/feeds/some.json");

    @TempDir
    Path folder;

    private final List<String> forms = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private volatile int status = 204;
    private HttpServer hub;

    @BeforeEach
    void start() throws Exception {
        write("a.md", "Walks", "Text.");
        write("b.md", "Talks", "Text.");
        hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hub.createContext("/", exchange -> {
            String form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
            (status == 204 ? forms : refused).add(form);
        });
        hub.start();
    }

    @AfterEach
    void stop() {
        hub.stop(0);
    }

    private void write(String file, String category, String text) throws Exception {
        TestApp.write(
                folder, file, "---\ntitle: T\ndate: 2024-05-01\ncategories: [" + category + "]\n---\n\n" + text + "\n");
    }

    private TestApp app() throws Exception {
        return TestApp.start(
                folder,
                "push:\n  hubs: [\"http://127.0.0.1:" + hub.getAddress().getPort()
                        + "/hub\"]\nfeeds:\n  - name: some\n    where: category=Walks\n",
                Map.of(
                        "push.private-networks",
                        "true",
                        "push.ping-pause",
                        "1s",
                        "server.base-url",
                        "https://feeds.example"),
                java.time.Clock.systemUTC());
    }

    /** The paths of the feeds of which the hub was told. */
    private Set<String> told() {
        Set<String> paths = new TreeSet<>();
        for (String form : forms) {
            String url = form.replaceFirst("^hub[.]mode=publish&hub[.]url=(.*)&hub[.]topic=\\1$", "$1");
            paths.add(URLDecoder.decode(url, UTF_8).replaceFirst("^https://feeds[.]example", ""));
        }
        return paths;
    }

    @Test
    void section_6_a_hub_is_told_of_each_feed_that_has_changed_and_of_no_other() throws Exception {
        try (TestApp app = app()) {
            // Only what changes after the first look is news: so it must have begun to listen.
            Await.until("the hub hears of a change", () -> {
                write("a.md", "Walks", "Text of " + System.nanoTime());
                return told().equals(CHANGED);
            });
            assertThat(app.text("/feed.rss")).contains("rel=\"hub\"");
        }
    }

    @Test
    void section_6_a_hub_that_is_away_is_told_later_even_by_the_next_start() throws Exception {
        status = 503;
        try (TestApp app = app()) {
            Await.until("the hub refuses to hear of a change", () -> {
                write("a.md", "Walks", "Other text of " + System.nanoTime());
                return !refused.isEmpty();
            });
            assertThat(app.text("/feed.rss")).contains("Other text");
        }
        assertThat(forms).isEmpty();
        status = 204;
        try (TestApp app = app()) {
            Await.until("the hub hears of all changes", () -> told().equals(CHANGED));
            assertThat(app.text("/feed.rss")).contains("Other text");
        }
    }
}
