package dev.feedmill.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.TestApp;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How subscribers find the hubs of a feed (WebSub section 4). */
class DiscoveryIT {
    private static final String ONE = "https://hub.example/";
    private static final String OTHER = "https://other.example/push?a=1";

    @TempDir
    static Path folder;

    private static TestApp app;

    @BeforeAll
    static void start() throws Exception {
        for (int number = 1; number <= 5; number++) {
            TestApp.write(
                    folder,
                    number + ".md",
                    "---\ntitle: T\ndate: 2024-05-0" + number + "\ncategories: [Walks]\n---\n\nText.\n");
        }
        app = TestApp.start(
                folder,
                "push:\n  hubs: [\"" + ONE + "\", \"" + OTHER
                        + "\"]\nfeeds:\n  - name: some\n    where: category=Walks\n",
                Map.of("feeds.items", "2", "server.base-url", "https://feeds.example"),
                Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static String link(HttpResponse<byte[]> response) {
        return response.headers().firstValue("Link").orElse("");
    }

    private static String body(String path) throws Exception {
        return new String(app.get(path).body(), UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/feed.rss",
                "/feed.atom",
                "/feed.json",
                "/categories/Walks.rss",
                "/feeds/some.atom",
                "/feed.json?category=Walks&limit=1"
            })
    void section_4_a_feed_names_its_hubs_and_its_own_address_in_its_header(String path) throws Exception {
        String links = "<" + ONE + ">; rel=\"hub\", <" + OTHER + ">; rel=\"hub\", <https://feeds.example" + path
                + ">; rel=\"self\"";
        HttpResponse<byte[]> first = app.get(path);
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<byte[]> again = app.get(path);
        HttpResponse<byte[]> unchanged = app.get(path, "If-None-Match", tag);

        assertThat(link(first)).isEqualTo(links);
        assertThat(link(again)).isEqualTo(links);
        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(link(unchanged)).isEqualTo(links);
        assertThat(link(app.send("HEAD", path))).isEqualTo(links);
    }

    @Test
    void section_4_a_feed_names_its_hubs_in_its_own_words() throws Exception {
        assertThat(body("/feed.rss"))
                .contains("<atom:link rel=\"hub\" href=\"" + ONE + "\"")
                .contains("<atom:link rel=\"hub\" href=\"" + OTHER + "\"");
        assertThat(body("/feed.atom"))
                .contains("<link rel=\"hub\" href=\"" + ONE + "\"")
                .contains("<link rel=\"hub\" href=\"" + OTHER + "\"");
        assertThat(body("/feed.json"))
                .contains("\"hubs\":[{\"type\":\"WebSub\",\"url\":\"" + ONE + "\"},{\"type\":\"WebSub\",\"url\":\""
                        + OTHER + "\"}]");
    }

    /** A page of an archive does not change, what begins after the newest entries gets none, the rest is no feed. */
    @ParameterizedTest
    @CsvSource({
        "/archive/1/feed.rss,200",
        "/archive/1/feed.json,200",
        "/feed.atom?category=Walks&cursor=NDEwMjQ0NDgwMC4w,200",
        "/latest,200",
        "/feeds.opml,200",
        "/,200"
    })
    void what_is_no_topic_names_no_hub(String path, int status) throws Exception {
        HttpResponse<byte[]> response = app.get(path);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(link(response)).doesNotContain("hub");
        assertThat(new String(response.body(), UTF_8)).doesNotContain(ONE);
    }
}
