package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.TestApp;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one request may take of the server. */
class LimitsIT {
    /** Hundreds of states for each of the letters of all articles. */
    private static final String SLOW = "(.*.*)%7B60%7D1";

    @TempDir
    static Path folder;

    private static TestApp app;

    @BeforeAll
    static void start() throws Exception {
        for (int i = 0; i < 100; i++) {
            String date = "2024-05-01 10:00:" + String.format("%02d", i % 60);
            TestApp.write(
                    folder,
                    i + ".md",
                    "---\ntitle: " + "A long title ".repeat(40) + "\ndate: " + date + "\nauthor: " + "Ann ".repeat(20)
                            + "\n---\n\n" + "No figure in these words. ".repeat(4_000));
        }
        TestApp.write(folder, "small.md", "---\ntitle: Small\ndate: 2024-05-02\ntags: small\n---\n\nA few words.\n");
        app = TestApp.start(
                folder, Map.of("limits.answer-time", "2s", "server.unconditional-gets", "0", "feeds.items", "1"));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/feed.rss?filter=" + SLOW,
                "/feed.json?filter_description=" + SLOW + "&filterout_author=Bob",
                "/latest?filter_description=" + SLOW + "&filter_case_sensitive=false",
                "/search?filter=" + SLOW,
                "/feed.atom?filter_description=" + SLOW + "&limit=3"
            })
    void a_pattern_that_takes_too_long_is_given_up(String path) throws Exception {
        HttpResponse<byte[]> answer = app.get(path);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("60");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(app.get("/feed.rss").statusCode()).isEqualTo(200);
    }

    @Test
    void an_ordinary_pattern_is_answered() throws Exception {
        assertThat(app.text("/tags/small.rss?filter=few")).contains("<title>Small</title>");
        assertThat(app.text("/tags/small.rss?filter=nowhere")).doesNotContain("<item>");
    }
}
