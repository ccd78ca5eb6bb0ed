package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.TestApp;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people see. */
class PagesIT {
    @TempDir
    static Path folder;

    private static TestApp app;

    @BeforeAll
    static void start() throws Exception {
        app = Seeded.start(folder);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void pages_run_nothing_but_their_own_script_and_name_their_feeds() throws Exception {
        HttpResponse<byte[]> page = app.get("/categories/Plain");
        String html = new String(page.body(), StandardCharsets.UTF_8);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self'; ")
                .contains("frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(html)
                .doesNotContain("<style", " style=")
                .containsPattern("<script src=\"\\.\\./assets/site\\.js\\?v=[0-9a-f]+\" defer>");
        assertThat(html.indexOf("/categories/Plain.rss")).isPositive().isLessThan(html.indexOf("/feed.rss"));
        assertThat(app.text("/articles/first")).contains("<em>there</em>", "Ann O’Neil");
    }

    @Test
    void what_is_not_there_is_a_page_for_people_that_names_what_is_like_it() throws Exception {
        HttpResponse<byte[]> page = app.get("/categories/Plian", "Accept", "text/html,*/*;q=0.8");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(new String(page.body(), StandardCharsets.UTF_8)).contains("href=\"../categories/Plain\"");
        assertThat(app.get("/%3Cscript%3Ealert(1)%3C/script%3E", "Accept", "text/html")
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/categories/Plian.rss", "/nothing.atom", "/latest?limit=x", "/sitemaps/x.xml", "/assets/x.js"})
    void what_is_not_there_for_programs_stays_a_problem(String path) throws Exception {
        HttpResponse<byte[]> answer = app.get(path, "Accept", "text/html,*/*;q=0.8");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /categories/Plian.rss | 404 | Plain</bdi>
            /feed.atom?category=Plian | 404 | No category called “Plian”.
            /feed.rss?since=foo&tag=Node.js | 400 | ./builder?since=foo&amp;tag=Node.js
            /categories/Plain.json?limit=x | 400 | “x” is not possible for “limit”.
            /categories/Plian.rss?since=foo | 404 | Plain</bdi>""")
    void a_wrong_address_of_a_feed_is_explained_to_a_person_who_opens_it(String path, int status, String said)
            throws Exception {
        HttpResponse<byte[]> read = app.get(path, "Accept", "text/html,*/*;q=0.8");
        HttpResponse<byte[]> opened = app.get(path, "Accept", "text/html,*/*;q=0.8", "Sec-Fetch-Dest", "document");

        assertThat(read.statusCode()).isEqualTo(status);
        assertThat(read.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(opened.statusCode()).isEqualTo(status);
        assertThat(opened.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(new String(opened.body(), StandardCharsets.UTF_8)).contains(said);
        assertThat(opened.headers().firstValue("Vary")).hasValue("Accept, Sec-Fetch-Dest");
        assertThat(opened.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void a_list_can_be_leafed_through_and_a_wrong_place_is_said_to_be_so() throws Exception {
        assertThat(app.get("/?older=NDEwMjQ0NDgwMC4w").statusCode()).isEqualTo(200);
        assertThat(app.text("/?older=MC4w")).contains("Newer articles").doesNotContain("Older articles</a>", "Page 1");
        for (String query : List.of("older=x", "newer=%25", "older=MTsx", "older=LTk5OTk5OTk5OTk5OTk5OTkuMQ")) {
            assertThat(app.get("/?" + query).statusCode()).as(query).isEqualTo(400);
        }
        assertThat(app.get("/tags?page=2").statusCode()).isEqualTo(404);
        assertThat(app.get("/tags?page=x").statusCode()).isEqualTo(404);
        assertThat(app.get("/categories?in=nothing").statusCode()).isEqualTo(404);
        assertThat(app.get("/categories/").headers().firstValue("Location")).hasValue("/categories");
    }

    @Test
    void the_builder_names_the_feed_of_what_was_ticked() throws Exception {
        assertThat(app.text("/builder")).contains("value=\"http://localhost:" + app.port() + "/feed.rss\"");
        assertThat(app.text("/builder?category=Plain&format=atom")).contains("/categories/Plain.atom\"", "Second");
        assertThat(app.text("/builder?tag=Node.js&author=ann%20o%E2%80%99neil"))
                .contains("/feed.rss?author=Ann-O%E2%80%99Neil&amp;tag=Node.js\"", "第一");
        assertThat(app.text("/builder?tag=Node.js&not-category=Plain&content=summary&since=P1Y&has=image&format=json"))
                .contains(
                        "/feed.json?tag=Node.js&amp;not-category=Plain&amp;has=image&amp;since=P1Y&amp;content=summary\"")
                .contains(
                        "value=\"Plain\"",
                        "Articles not in Plain, tagged Node.js, with a picture, from the last year, summaries only<",
                        "<option value=\"P1Y\" selected>");
        assertThat(app.text("/builder?since=soon&not-tag=nothing"))
                .contains(
                        "“soon” is not a date or a period such as 2024-05-01 or P1Y.</span>",
                        "No tag called “nothing”.</span>",
                        "/feed.rss\"");
        assertThat(app.text("/builder?category=Plain&name=Mine"))
                .contains(
                        "name=\"not-category\" value=\"\" list=\"names-category\"",
                        "<option value=\"Plain\">Plain</option>",
                        "1 article<",
                        "value=\"Mine\"",
                        "/feed.rss?category=Plain&amp;name=Mine\"")
                .doesNotContain("href=\"./builder\"");
        assertThat(app.text("/builder?category=%3Cb%3E"))
                .contains("“&lt;b&gt;”")
                .doesNotContain("<b>");
        assertThat(app.text("/builder?category=" + "x".repeat(80)))
                .contains("value=\"" + "x".repeat(80) + "\"", "“" + "x".repeat(59) + "…”");
        assertThat(app.get("/feed.rss?author=Ann-O%E2%80%99Neil&tag=Node.js").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/categories/Plain",
                "/categories/%E9%87%91%E8%9E%8D/%E6%96%B0%E6%B5%AA%E8%B4%A2%E7%BB%8F%EF%BC%8D%E5%9C%8B%E5%85%A7",
                "/articles/first",
                "/tags/data-json"
            })
    void every_link_of_a_page_leads_somewhere_without_a_detour(String path) throws Exception {
        Matcher links = Pattern.compile("href=\"([^\"]*)\"").matcher(app.text(path));
        int seen = 0;
        while (links.find()) {
            URI link = URI.create("http://127.0.0.1" + path).resolve(links.group(1));
            if (!link.getScheme().equals("http")) {
                continue;
            }
            String query = link.getRawQuery() == null ? "" : "?" + link.getRawQuery();
            assertThat(app.get(link.getRawPath() + query).statusCode())
                    .as(link.toString())
                    .isEqualTo(200);
            seen++;
        }
        assertThat(seen).isGreaterThan(8);
    }
}
