package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.TestApp;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds that have gone elsewhere say so; everything else goes on. */
class MovedFeedsIT {
    private static final String NEW = "https://new.example/blog";

    @TempDir
    static Path folder;

    private static TestApp app;

    @BeforeAll
    static void start() throws Exception {
        TestApp.write(
                folder,
                "a.md",
                "---\ntitle: A\ndate: 2024-01-01\nauthor: Ann\ntags: [t]\ncategories: [[Walks, London]]\n---\n\nText.\n");
        app = TestApp.start(
                folder,
                "feeds:\n  - name: some\n    where: tag=t\n",
                Map.of("server.moved-to", NEW + "/"),
                Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/feed.rss",
                "/feed.atom",
                "/feed.json",
                "/categories/Walks.rss",
                "/categories/Walks/London.atom",
                "/authors/Ann.json",
                "/tags/t.rss",
                "/feeds/some.atom",
                "/feed.rss?limit=5"
            })
    void every_feed_leads_to_the_same_path_there(String path) throws Exception {
        for (int i = 0; i < 2; i++) {
            HttpResponse<byte[]> answer = app.get(path);
            assertThat(answer.statusCode()).isEqualTo(301);
            assertThat(answer.headers().firstValue("Location")).hasValue(NEW + path);
            assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                    .contains(NEW + path)
                    .contains("Text.");
        }
        HttpResponse<byte[]> head = app.send("HEAD", path);
        assertThat(head.statusCode()).isEqualTo(301);
        assertThat(head.headers().firstValue("Location")).hasValue(NEW + path);
    }

    @Test
    void conditional_requests_are_redirected_too() throws Exception {
        HttpResponse<byte[]> first = app.get("/feed.atom");
        for (List<String> known : List.of(
                List.of("If-None-Match", first.headers().firstValue("ETag").orElseThrow()),
                List.of("If-None-Match", "*"),
                List.of("If-None-Match", "\"x\"", "A-IM", "feed"))) {
            HttpResponse<byte[]> again = app.get("/feed.atom", known.toArray(String[]::new));
            assertThat(again.statusCode()).as(known.toString()).isEqualTo(301);
            assertThat(again.headers().firstValue("Location")).hasValue(NEW + "/feed.atom");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/articles/a", "/latest", "/categories/Walks", "/sitemap.xml", "/feeds/some"})
    void what_is_no_feed_goes_on(String path) throws Exception {
        assertThat(app.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void what_never_was_is_not_elsewhere() throws Exception {
        assertThat(app.get("/categories/Nothing.rss").statusCode()).isEqualTo(404);
        assertThat(app.get("/feed.rss?limit=0").statusCode()).isEqualTo(400);
    }
}
