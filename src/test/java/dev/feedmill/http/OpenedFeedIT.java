package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.TestApp;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser gets for a feed. */
class OpenedFeedIT {
    private static final String[] OPENED = {"Sec-Fetch-Dest", "document", "Accept", "text/html,*/*"};

    @TempDir
    static Path folder;

    private static TestApp app;

    @BeforeAll
    static void start() throws Exception {
        TestApp.write(folder, "a.md", "---\ntitle: A\ndate: 2024-05-01\ncategories: [甲 & 乙, 丙]\n---\n\nText.\n");
        app = TestApp.start(folder, Map.of("site.language", "zh-CN", "server.unconditional-gets", "0"));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feed.rss", "/feed.atom", "/categories/%E7%94%B2-%E4%B9%99/%E4%B8%99.rss"})
    void a_browser_gets_the_same_bytes_as_styled_xml_with_tags_of_their_own(String path) throws Exception {
        HttpResponse<byte[]> read = app.get(path);
        HttpResponse<byte[]> opened = app.get(path, OPENED);
        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(opened.body()).isEqualTo(read.body());
        assertThat(opened.headers().firstValue("Content-Type")).hasValue("application/xml; charset=utf-8");
        assertThat(read.headers().firstValue("Content-Type").orElseThrow()).contains("+xml");
        String tag = opened.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).isNotEqualTo(read.headers().firstValue("ETag").orElseThrow());
        assertThat(read.headers().firstValue("Vary")).hasValue("Accept-Encoding");
        assertThat(opened.headers().firstValue("Vary")).hasValue("Accept-Encoding, Sec-Fetch-Dest");
        assertThat(opened.headers().firstValue("Cache-Control")).hasValue("private, no-cache");
        HttpResponse<byte[]> again = app.get(path, OPENED[0], OPENED[1], "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.headers().firstValue("ETag")).hasValue(tag);
        assertThat(app.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void json_stays_as_it_is() throws Exception {
        assertThat(app.get("/feed.json", OPENED).headers().firstValue("Content-Type"))
                .hasValue("application/feed+json");
    }

    @ParameterizedTest
    @CsvSource({
        "/feed.rss,assets/feed.css",
        "/feed.atom,assets/feed.css",
        "/categories/%E7%94%B2-%E4%B9%99.rss,../assets/feed.css",
        "/categories/%E7%94%B2-%E4%B9%99/%E4%B8%99.atom,../../assets/feed.css"
    })
    void every_feed_names_its_style_sheet_by_a_relative_address(String path, String sheet) throws Exception {
        assertThat(app.text(path))
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<?xml-stylesheet type=\"text/css\" href=\""
                        + sheet + "\"?>\n<");
    }

    @Test
    void the_style_sheet_says_what_a_feed_is_in_the_language_of_the_site() throws Exception {
        HttpResponse<byte[]> sheet = app.get("/assets/feed.css");
        assertThat(sheet.headers().firstValue("Content-Type")).hasValue("text/css; charset=utf-8");
        assertThat(new String(sheet.body(), StandardCharsets.UTF_8))
                .contains("content: \"这是一个订阅源")
                .contains("\\a ")
                .doesNotContain("{{");
    }
}
