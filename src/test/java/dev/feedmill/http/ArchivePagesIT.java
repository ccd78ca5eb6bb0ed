package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.TestApp;
import dev.feedmill.selection.Cursor;
import dev.feedmill.selection.Cursors;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of archives, which lead through all articles of a list by paths alone. */
class ArchivePagesIT {
    @TempDir
    static Path folder;

    private static TestApp app;

    @BeforeAll
    static void start() throws Exception {
        for (int i = 1; i <= 7; i++) {
            TestApp.write(
                    folder,
                    i + ".md",
                    "---\ntitle: Number " + i + "\ndate: 2024-05-0" + i
                            + "\ncategories: [Walks, London]\ntags: [data.json]\n---\n\nText.\n");
        }
        for (int i = 1; i <= 5; i++) {
            TestApp.write(
                    folder,
                    "beside" + i + ".md",
                    "---\ntitle: Beside " + i + "\ndate: 2024-04-0" + i
                            + "\ntags: [beside]\nfeed: false\n---\n\nText.\n");
        }
        TestApp.write(folder, "secret.md", "---\ntitle: Secret\ndate: 2024-05-01\ndraft: true\n---\n\nText.\n");
        app = TestApp.start(folder, Map.of("feeds.items", "3", "site.page-items", "2", "site.search", "false"));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static Document page(String path) throws Exception {
        HttpResponse<byte[]> answer = app.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(new String(answer.body(), StandardCharsets.UTF_8), "http://here" + path);
    }

    private static List<String> titles(Document page) {
        return page.select(".items :is(h2, h3)").eachText();
    }

    private static String link(Document page, String relation) {
        return page.select("nav.paging a[rel=" + relation + "]").stream()
                .map(link -> link.absUrl("href").replace("http://here", ""))
                .findFirst()
                .orElse("none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/categories/Walks", "/categories/Walks/London", "/tags/data-json"})
    void a_list_goes_on_to_its_first_article(String list) throws Exception {
        Document first = page(list.isEmpty() ? "/" : list);
        assertThat(titles(first)).containsExactly("Number 7", "Number 6");
        assertThat(link(first, "next")).isEqualTo("/archive/2" + list);

        Document second = page("/archive/2" + list);
        assertThat(titles(second)).containsExactly("Number 6", "Number 5", "Number 4");
        assertThat(link(second, "prev")).isEqualTo("/archive/3" + list);
        assertThat(link(second, "next")).isEqualTo("/archive/1" + list);

        Document oldest = page("/archive/1" + list);
        assertThat(titles(oldest))
                .startsWith("Number 3", "Number 2", "Number 1")
                .hasSize(list.isEmpty() ? 8 : 3);
        assertThat(link(oldest, "next")).isEqualTo("none");

        Document newest = page("/archive/3" + list);
        assertThat(titles(newest)).containsExactly("Number 7");
        assertThat(link(newest, "prev")).isEqualTo(list.isEmpty() ? "/" : list);
    }

    @Test
    void articles_that_no_feed_has_are_in_the_archive_too() throws Exception {
        Document first = page("/tags/beside");
        assertThat(titles(first)).containsExactly("Beside 5", "Beside 4");
        assertThat(titles(page(link(first, "next")))).contains("Beside 3", "Beside 2", "Beside 1");
    }

    @Test
    void an_earlier_link_by_cursor_goes_on_to_the_archive() throws Exception {
        Instant fifth = Instant.parse("2024-05-05T00:00:00Z");
        Document later = page("/?older=" + Cursors.write(new Cursor(fifth, 0)));
        assertThat(titles(later)).containsExactly("Number 4", "Number 3");
        assertThat(later.select("meta[name=robots]").attr("content")).contains("noindex");
        assertThat(link(later, "prev")).isEqualTo("/");
        assertThat(link(later, "next")).isEqualTo("/archive/1");
    }

    @Test
    void an_archive_is_for_people_and_for_no_search_engine() throws Exception {
        Document page = page("/archive/1/categories/Walks");
        assertThat(page.select("meta[name=robots]").attr("content")).contains("noindex");
        assertThat(page.select("h1").text()).isEqualTo("Walks");
        assertThat(page.text()).doesNotContain("Secret", "7 articles");
    }

    @ParameterizedTest
    @CsvSource({
        "/archive/1/, 301, /archive/1",
        "/archive/1/categories/walks, 301, /archive/1/categories/Walks",
        "/archive/1/tags/data.json, 301, /archive/1/tags/data-json",
        "/archive/1?utm_source=x, 200, ",
        "/archive/4, 404, ",
        "/archive/999999999, 404, ",
        "/archive/0, 404, ",
        "/archive/x, 404, ",
        "/archive/1/tags/none, 404, ",
        "/archive/1/tags, 404, ",
        "/archive/1/articles/number-1, 404, ",
        "/archive, 404, "
    })
    void any_other_address_is_redirected_or_missing(String path, int status, String location) throws Exception {
        HttpResponse<byte[]> answer = app.get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Location").map(url -> url.replaceFirst("^http://[^/]*", "")))
                .isEqualTo(java.util.Optional.ofNullable(location));
    }
}
