package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.TestApp;
import java.net.http.HttpResponse;
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

/** What scripts of other sites may read. */
class CorsIT {
    private static final String EXPOSED = "ETag, Last-Modified, Link, IM, Retry-After";

    @TempDir
    static Path folder;

    private static TestApp app;

    @BeforeAll
    static void start() throws Exception {
        TestApp.write(folder, "a.md", "---\ntitle: One\ndate: 2024-05-01\ncategories: Plain\n---\n\nText.\n");
        app = TestApp.start(folder, Map.of("server.unconditional-gets", "2"));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/feed.rss, 200",
        "/feed.json?limit=1, 200",
        "/categories/Plain.atom, 200",
        "/categories/plain.rss, 301",
        "/feeds.opml, 200",
        "/latest, 200",
        "/openapi.json, 200",
        "/.well-known/feeds, 301",
        "/latest?limit=0, 400",
        "/archive/9/feed.rss, 404",
        "/categories/Nothing.rss, 404",
        "/nothing.rss, 404",
        "/feed.rss?filter=(, 400"
    })
    void what_is_for_everybody_is_for_scripts_too_whatever_the_answer(String path, int status) throws Exception {
        for (String method : List.of("GET", "HEAD")) {
            HttpResponse<byte[]> answer = app.send(method, path, "Origin", "https://other.test");
            assertThat(answer.statusCode()).isEqualTo(status);
            assertOpen(answer);
        }
    }

    private static void assertOpen(HttpResponse<byte[]> answer) {
        assertThat(answer.headers().allValues("Access-Control-Allow-Origin")).containsExactly("*");
        assertThat(answer.headers().allValues("Access-Control-Expose-Headers")).containsExactly(EXPOSED);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
        assertThat(answer.headers().firstValue("Vary").orElse("")).doesNotContain("Origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feed.atom", "/categories/Plain.json", "/latest"})
    void so_is_the_answer_that_nothing_or_something_is_new(String path) throws Exception {
        String tag = app.send("HEAD", path).headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> unchanged = app.get(path, "If-None-Match", tag);
        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertOpen(unchanged);
        HttpResponse<byte[]> unwanted = app.get(path, "If-Match", "\"x\"");
        assertThat(unwanted.statusCode()).isEqualTo(412);
        assertOpen(unwanted);
    }

    @Test
    void so_is_the_order_to_wait() throws Exception {
        HttpResponse<byte[]> answer = app.get("/categories/Plain.rss", "X-Forwarded-For", "203.0.113.9");
        for (int i = 0; i < 5; i++) {
            answer = app.get("/categories/Plain.rss", "X-Forwarded-For", "203.0.113.9");
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertOpen(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feed.rss", "/categories/Plain.json", "/latest", "/feeds.opml", "/openapi.json"})
    void a_browser_may_ask_conditionally(String path) throws Exception {
        HttpResponse<byte[]> answer = app.send(
                "OPTIONS",
                path,
                "Origin",
                "https://other.test",
                "Access-Control-Request-Method",
                "GET",
                "Access-Control-Request-Headers",
                "a-im,if-modified-since,if-none-match");
        assertThat(answer.statusCode()).isEqualTo(204);
        assertOpen(answer);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Methods")).hasValue("GET, HEAD");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
                .contains("If-None-Match", "If-Modified-Since", "A-IM");
        assertThat(answer.headers().firstValueAsLong("Access-Control-Max-Age")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/status", "/status.json", "/metrics", "/health", "/", "/articles/a", "/search?q=a", "/builder"})
    void pages_and_the_status_are_not(String path) throws Exception {
        for (String method : List.of("GET", "OPTIONS")) {
            assertThat(app.send(method, path, "Origin", "https://other.test", "Access-Control-Request-Method", "GET")
                            .headers()
                            .map()
                            .keySet())
                    .noneMatch(name -> name.startsWith("access-control"));
        }
    }
}
