package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.TestApp;
import dev.feedmill.http.message.ServerRules;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the operator sees, and who else does not. */
class StatusIT {
    @TempDir
    static Path folder;

    private static TestApp open;
    private static TestApp guarded;

    @BeforeAll
    static void start() throws Exception {
        TestApp.write(folder, "a.md", "---\ntitle: A\ndate: 2024-05-01\ncategories: Plain\n---\n\nText.\n");
        TestApp.write(folder, "<b onclick=x>&\"'.md", "---\ntitle: B\ndate: <script>alert(1)</script>\n---\n\nText.\n");
        open = TestApp.start(folder, Map.of("server.unconditional-gets", "0", "library.data", folder + "/open"));
        guarded = TestApp.start(folder, Map.of("status.token", "correct horse", "library.data", folder + "/guarded"));
    }

    @AfterAll
    static void stop() {
        open.close();
        guarded.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/status", "/status.json", "/metrics"})
    void on_the_machine_itself_everything_is_shown_and_not_cached(String path) throws Exception {
        HttpResponse<byte[]> answer = open.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @ParameterizedTest
    @CsvSource({
        "X-Forwarded-For: 203.0.113.9",
        "X-Forwarded-For: 127.0.0.1",
        "Forwarded: for=127.0.0.1",
        "X-Real-IP: 127.0.0.1",
        "Via: 1.1 proxy"
    })
    void through_a_proxy_the_status_is_not_shown(String field) throws Exception {
        for (String path : new String[] {"/status", "/status.json", "/metrics"}) {
            String answer = open.wire(
                    "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + field + "\r\nConnection: close\r\n\r\n");
            assertThat(answer).startsWith("HTTP/1.1 403 ").contains("no-store").doesNotContain("a.md");
            answer = open.operatorWire(
                    "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + field + "\r\nConnection: close\r\n\r\n");
            assertThat(answer).startsWith("HTTP/1.1 403 ").contains("no-store").doesNotContain("a.md");
        }
    }

    /** As a proxy on this machine sends requests that adds nothing to them, or speaks HTTP/1.0. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1\r\nHost: 127.0.0.1:{port}",
                "HTTP/1.0\r\nHost: 127.0.0.1:{port}",
                "HTTP/1.1\r\nHost: localhost",
                "HTTP/1.1\r\nHost: feeds.example",
                "HTTP/1.0"
            })
    void at_the_public_port_the_status_is_never_shown(String rest) throws Exception {
        for (String path : List.of("/status", "/status.json", "/metrics", "/STATUS", "/%73tatus")) {
            String answer = open.wire(
                    "GET " + path + " " + rest.replace("{port}", "" + open.port()) + "\r\nConnection: close\r\n\r\n");
            assertThat(answer).matches("(?s)HTTP/1.1 (30[12]|403) .*").doesNotContain("a.md", "feedmill_files");
        }
    }

    @Test
    void a_request_from_the_machine_itself_is_redirected_to_the_operators_port() throws Exception {
        String answer = open.wire("GET /status HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 302 ")
                .contains("Location: http://localhost:" + open.operatorPort() + "/status\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, 200",
        "LOCALHOST:8080, 200",
        "127.0.0.1:80, 200",
        "[::1]:8080, 200",
        "rebound.example, 403",
        "localhost.example, 403",
        "127.0.0.1.example, 403"
    })
    void a_page_of_another_site_cannot_ask_for_it(String host, int status) throws Exception {
        assertThat(open.operatorWire("GET /status.json HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 " + status + " ");
    }

    /** Where both the address listened on and the server's own address are this machine's, nobody else can be served. */
    @ParameterizedTest
    @CsvSource({"http://127.0.0.1:8080, 200", "http://localhost, 200", "https://feeds.example, 302"})
    void a_server_for_this_machine_alone_needs_no_port_for_its_operator(String baseUrl, int status) throws Exception {
        Map<String, String> settings = Map.of("server.base-url", baseUrl, "library.data", folder + "/local" + status);
        try (TestApp local = TestApp.start(folder, settings)) {
            String wire = "GET /status.json HTTP/1.1\r\nHost: 127.0.0.1:" + local.port() + "\r\nConnection: close\r\n";
            assertThat(local.wire(wire + "\r\n")).startsWith("HTTP/1.1 " + status + " ");
            assertThat(local.wire(wire + "X-Forwarded-For: 203.0.113.9\r\n\r\n"))
                    .startsWith("HTTP/1.1 403 ");
        }
    }

    @Test
    void with_a_token_the_status_is_shown_to_clients_that_send_it() throws Exception {
        assertThat(guarded.get("/status.json").statusCode()).isEqualTo(401);
        assertThat(guarded.get("/status")
                        .headers()
                        .firstValue("WWW-Authenticate")
                        .orElseThrow())
                .startsWith("Basic ");
        assertThat(status("Bearer correct horse")).isEqualTo(200);
        assertThat(status("bearer correct horse")).isEqualTo(200);
        assertThat(status("Basic " + base64("anybody:correct horse"))).isEqualTo(200);
        assertThat(status("Basic " + base64(":correct horse"))).isEqualTo(200);
        assertThat(status("Basic " + base64("correct horse:"))).isEqualTo(401);
        assertThat(status("Basic " + base64("correct horse"))).isEqualTo(401);
        assertThat(status("Basic %%%")).isEqualTo(401);
        assertThat(status("Bearer wrong")).isEqualTo(401);
        assertThat(status("Bearer")).isEqualTo(401);
        assertThat(guarded.get("/status.json", "Authorization", "Bearer correct horse", "X-Forwarded-For", "1.2.3.4")
                        .statusCode())
                .isEqualTo(200);
        assertThat(guarded.get("/health").statusCode()).isEqualTo(200);
    }

    private static int status(String authorization) throws Exception {
        return guarded.get("/status.json", "Authorization", authorization).statusCode();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void every_answer_is_counted_once_whichever_way_it_went() throws Exception {
        open.get("/categories/Plain.rss");
        String tag =
                open.get("/categories/Plain.rss").headers().firstValue("ETag").orElseThrow();
        long before = metric("/categories/Plain.rss", "200");
        long unchanged = metric("/categories/Plain.rss", "304");
        for (int i = 0; i < 5; i++) {
            open.get("/categories/Plain.rss");
            open.send("HEAD", "/categories/Plain.rss");
            // HTTP/1.0 goes by the servlet's way.
            open.wire("GET /categories/Plain.rss HTTP/1.0\r\n\r\n");
            assertThat(open.get("/categories/Plain.rss", "If-None-Match", tag).statusCode())
                    .isEqualTo(304);
        }
        open.get("/categories/Plain.rss", "Sec-Fetch-Dest", "document");
        assertThat(metric("/categories/Plain.rss", "200")).isEqualTo(before + 16);
        assertThat(metric("/categories/Plain.rss", "304")).isEqualTo(unchanged + 5);
    }

    private static long metric(String feed, String status) throws Exception {
        Matcher sample = Pattern.compile("feedmill_feed_answers_total\\{feed=\"" + Pattern.quote(feed) + "\",status=\""
                        + status + "\"} ([0-9]+)\n")
                .matcher(open.text("/metrics"));
        assertThat(sample.find()).isTrue();
        return Long.parseLong(sample.group(1));
    }

    @Test
    void the_metrics_are_as_prometheus_reads_them() throws Exception {
        assertThat(open.get("/metrics").headers().firstValue("Content-Type"))
                .hasValue("text/plain; version=0.0.4; charset=utf-8");
        assertThat(open.text("/metrics").split("\n"))
                .allMatch(line -> line.matches(
                        "# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\\{[a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*})? [0-9.]+"))
                .contains("feedmill_files 2", "feedmill_ready 1", "feedmill_problems{kind=\"date\"} 2");
    }

    @Test
    void the_page_says_what_to_mend_and_lets_nothing_out_of_its_element() throws Exception {
        String page = open.text("/status");
        assertThat(page)
                .contains(
                        "One file is served with a warning",
                        "verdict warn",
                        "Served, but …",
                        "<h4>Date ",
                        "&lt;b onclick=x&gt;&amp;",
                        "304 nothing new",
                        "role=\"img\"")
                .doesNotContain("<b onclick", "<script>alert");
    }

    @Test
    void the_secret_is_in_no_text_of_the_settings() {
        assertThat(new ServerRules.Status("correct horse", false).toString()).doesNotContain("horse");
    }
}
