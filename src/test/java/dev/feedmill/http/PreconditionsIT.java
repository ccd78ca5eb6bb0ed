package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.Await;
import dev.feedmill.TestApp;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests for a document only in a certain state, in the order of RFC 9110 section 13.2.2, and other spellings of it. */
class PreconditionsIT {
    private static final String PAST = "Sat, 01 Jan 2000 00:00:00 GMT";
    private static final String FUTURE = "Fri, 01 Jan 2100 00:00:00 GMT";

    @TempDir
    static Path folder;

    private static TestApp app;

    @BeforeAll
    static void start() throws Exception {
        TestApp.write(folder, "a.md", "---\ntitle: One\ndate: 2024-05-01\ncategories: Plain\n---\n\nText.\n");
        TestApp.write(folder, "b.md", "---\ntitle: Two\ndate: 2024-05-02\ncategories: Plain\n---\n\nText.\n");
        app = TestApp.start(folder, Map.of("server.unconditional-gets", "0", "feeds.items", "1"));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feed.rss", "/categories/Plain.atom", "/", "/latest", "/feed.json?limit=1", "/feeds.opml"})
    void a_precondition_is_judged_before_what_a_reader_has(String path) throws Exception {
        String tag = app.get(path).headers().firstValue("ETag").orElseThrow();
        assertThat(status(path, "If-Match", tag)).isEqualTo(200);
        assertThat(status(path, "If-Match", "*")).isEqualTo(200);
        assertThat(status(path, "If-Match", "\"x\", " + tag)).isEqualTo(200);
        assertThat(status(path, "If-Match", "\"x\"")).isEqualTo(412);
        assertThat(status(path, "If-Match", "W/" + tag)).isEqualTo(412);
        assertThat(status(path, "If-Match", "\"x\"", "If-None-Match", tag)).isEqualTo(412);
        assertThat(status(path, "If-Match", tag, "If-None-Match", tag)).isEqualTo(304);
        assertThat(status(path, "If-Match", tag, "If-Unmodified-Since", PAST)).isEqualTo(200);
        assertThat(status(path, "If-Unmodified-Since", PAST)).isEqualTo(412);
        assertThat(status(path, "If-Unmodified-Since", PAST, "If-None-Match", tag))
                .isEqualTo(412);
        assertThat(status(path, "If-Unmodified-Since", FUTURE)).isEqualTo(200);
        assertThat(status(path, "If-Unmodified-Since", FUTURE, "If-Modified-Since", FUTURE))
                .isEqualTo(304);
        assertThat(status(path, "If-Unmodified-Since", "tomorrow")).isEqualTo(200);
    }

    private static int status(String path, String... fields) throws Exception {
        HttpResponse<byte[]> get = app.get(path, fields);
        HttpResponse<byte[]> head = app.send("HEAD", path, fields);
        assertThat(head.statusCode()).isEqualTo(get.statusCode());
        if (get.statusCode() == 412) {
            assertThat(get.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(get.headers().firstValue("Cache-Control")).hasValue("no-store");
        }
        return get.statusCode();
    }

    @ParameterizedTest
    @CsvSource({
        "feed, 226",
        "FEED, 226",
        "'vcdiff, feed', 226",
        "feed;q=0.1, 226",
        "feed;q=0, 200",
        "feed;Q=0, 200",
        "feed ; Q = 0.000, 200",
        "feed;x=y;q=0, 200",
        "'feed;q=0, vcdiff', 200",
        "vcdiff, 200"
    })
    void whether_only_what_is_new_is_wanted_is_read_as_the_grammar_has_it(String wanted, int status) throws Exception {
        assertThat(app.get("/feed.rss", "A-IM", wanted, "If-None-Match", oldTag("/feed.rss"))
                        .statusCode())
                .isEqualTo(status);
    }

    /** One that the feed had before the last change. */
    private static String oldTag(String path) throws Exception {
        String tag = app.get(path).headers().firstValue("ETag").orElseThrow();
        TestApp.write(
                folder,
                "c.md",
                "---\ntitle: " + System.nanoTime() + "\ndate: 2024-05-03\ncategories: Plain\n---\nText.\n");
        Await.until("another tag", () -> app.get(path, "If-None-Match", tag).statusCode() != 304);
        return tag;
    }

    @Test
    void what_another_feed_had_is_nothing_to_begin_with() throws Exception {
        String tag = oldTag("/categories/Plain.rss");
        assertThat(app.get("/categories/Plain.rss", "A-IM", "feed", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(226);
        for (String other : List.of("/feed.rss", "/categories/Plain.atom", "/feed.json")) {
            assertThat(app.get(other, "A-IM", "feed", "If-None-Match", tag).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void what_is_new_says_so_in_its_first_line() throws Exception {
        String tag = oldTag("/feed.rss");
        assertThat(app.wire("GET /feed.rss HTTP/1.0\r\nA-IM: feed\r\nIf-None-Match: " + tag + "\r\n\r\n"))
                .startsWith("HTTP/1.1 226 IM Used\r\n");
        assertThat(app.firstLine(
                        "GET /feed.rss HTTP/1.1\r\nHost: a\r\nA-IM: feed\r\nIf-None-Match: " + tag + "\r\n\r\n"))
                .isEqualTo("HTTP/1.1 226 IM Used");
    }

    @ParameterizedTest
    @CsvSource({
        "/feed.rss/, /feed.rss",
        "/%66eed.rss, /feed.rss",
        "/FEED.rss?limit=1, /feed.rss?limit=1",
        "/latest/?limit=1, /latest?limit=1",
        "/%63ategories/Plain.rss, /categories/Plain.rss",
        "/categories/Plain/, /categories/Plain",
        "/categories/, /categories",
        "/articles/a/, /articles/a",
        "/search/, /search",
        "/feeds.opml/, /feeds.opml",
        "/openapi.json/, /openapi.json",
        "/robots.txt/, /robots.txt",
        "/health/, /health"
    })
    void another_spelling_of_an_address_leads_to_the_one(String path, String canonical) throws Exception {
        HttpResponse<byte[]> answer = app.get(path);
        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(answer.headers().firstValue("Location")).hasValue(canonical);
        assertThat(app.get(canonical).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"/?q=茶, /search?q=%E8%8C%B6", "/categories/plain?x=茶, /categories/Plain?x=%E8%8C%B6"})
    void an_address_in_raw_letters_is_led_on_in_ascii(String path, String location) throws Exception {
        String raw = new String(path.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        String answer = app.wire("GET " + raw + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 301 ").contains("Location: " + location + "\r\n");
    }
}
