package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feedmill.Await;
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

/** Selections to which the settings give names have feeds of their own. */
class NamedFeedsIT {
    private static final String SETTINGS = """
            feeds:
              - name: Walks-in-London
                title: London & around
                description: Walks that begin in London.
                language: en-GB
                image: https://x.example/london.png
                where: category=Walks/London&not-tag=advert
              - name: 南昌
                title: 南昌的事
                where:
                  q: 南昌
                  tag: [news, a b]
              - name: empty
                where: category=Nothing/Yet&author=Nobody
              - name: brief
                where: content=summary&limit=2&sort=updated
            """;

    @TempDir
    static Path folder;

    private static TestApp app;

    @BeforeAll
    static void start() throws Exception {
        for (int i = 0; i < 30; i++) {
            write("walk" + i, "Walk " + i, "[[Walks, London]]", i % 10 == 0 ? "advert" : "news", "A walk.");
        }
        write("south", "江西", "[[Walks]]", "a b", "今天在南昌。");
        app = TestApp.start(folder, SETTINGS, Map.of("feeds.items", "20", "site.page-items", "10"), Clock.systemUTC());
        app.awaitWords();
    }

    private static void write(String name, String title, String categories, String tag, String text) throws Exception {
        TestApp.write(
                folder,
                name + ".md",
                "---\ntitle: " + title + "\ndate: 2024-01-01 00:00:" + (10 + name.length()) + "\ncategories: "
                        + categories + "\ntags: ['" + tag + "']\n---\n\n" + text + "\n");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void a_name_has_feeds_with_its_own_words() throws Exception {
        String rss = app.text("/feeds/Walks-in-London.rss");
        assertThat(rss)
                .contains(
                        "<title>Feedmill › London &amp; around</title>",
                        "<description>Walks that begin in London.</description>",
                        "<language>en-GB</language>",
                        "<image><title>Feedmill › London &amp; around</title><url>https://x.example/london.png</url>",
                        "/feeds/Walks-in-London</link>",
                        "/feeds/Walks-in-London.rss\"")
                .doesNotContain("<title>Walk 0</title>", "江西");
        assertThat(count(rss, "<item>")).isEqualTo(20);
        assertThat(app.text("/feeds/Walks-in-London.json"))
                .contains("\"title\":\"Feedmill › London & around\"", "\"icon\":\"https://x.example/london.png\"");
        assertThat(app.text("/feeds/Walks-in-London.atom")).contains("<logo>https://x.example/london.png</logo>");
        assertThat(app.text("/feeds/%E5%8D%97%E6%98%8C.atom"))
                .contains("<title type=\"text\">Feedmill › 南昌的事</title>", "江西");
        String brief = app.text("/feeds/brief.rss");
        assertThat(brief)
                .contains("<title>Feedmill › brief</title>", "<description>")
                .doesNotContain("<content:encoded>");
        assertThat(app.text("/feeds/brief.rss?name=Mine")).contains("<title>Mine</title>");
        assertThat(count(brief, "<item>")).isEqualTo(2);
    }

    @Test
    void what_is_not_there_yet_is_an_empty_feed() throws Exception {
        assertThat(app.text("/feeds/empty.rss"))
                .contains("<title>Feedmill › empty</title>")
                .doesNotContain("<item>");
    }

    @Test
    void they_are_counted_at_the_start() throws Exception {
        List<String> printed = app.printedFeeds();
        int feeds = count(app.text("/feeds.opml"), "xmlUrl=");
        assertThat(printed.get(printed.size() - 1)).startsWith("  … and " + (feeds - 1) + " more: ");
    }

    @Test
    void it_is_polled_as_any_feed_is() throws Exception {
        HttpResponse<byte[]> first = app.get("/feeds/Walks-in-London.rss");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(app.get("/feeds/Walks-in-London.rss", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(app.get("/feeds/walks-in-london.rss").headers().firstValue("Location"))
                .hasValue("/feeds/Walks-in-London.rss");
        assertThat(app.get("/feeds/Walks-in-London.rss?limit=5&content=none&q=x")
                        .headers()
                        .firstValue("Location"))
                .hasValue("/feeds/Walks-in-London.rss?content=none&limit=5");
        String few = app.text("/feeds/Walks-in-London.rss?content=none&limit=5");
        assertThat(count(few, "<item>")).isEqualTo(5);
        assertThat(app.get("/feeds/nothing.rss").statusCode()).isEqualTo(404);
        assertThat(app.get("/feeds/").statusCode()).isEqualTo(404);
        String rest = app.text("/feeds/Walks-in-London.rss")
                .replaceFirst("(?s).*rel=\"next\" [^>]*href=\"[^\"]*/feeds", "/feeds");
        assertThat(count(app.text(rest.substring(0, rest.indexOf('"'))), "<item>"))
                .isEqualTo(7);
    }

    @Test
    void people_and_readers_find_it() throws Exception {
        String page = app.text("/feeds/Walks-in-London");
        assertThat(page)
                .contains("<h1 dir=\"auto\">London &amp; around</h1>", "Walks that begin in London.")
                .containsPattern(
                        "<link rel=\"alternate\" type=\"application/rss\\+xml\" [^>]*/feeds/Walks-in-London.rss\"");
        String older = page.replaceFirst("(?s).*rel=\"next\" href=\"\\.\\./([^\"]*)\".*", "/$1");
        assertThat(count(app.text(older), "<article")).isEqualTo(10);
        assertThat(app.text("/")).contains("href=\"./feeds/Walks-in-London\"", "/feeds/brief.atom\"");
        assertThat(app.text("/feeds.opml")).contains("/feeds/Walks-in-London.rss\"", "/feeds/%E5%8D%97%E6%98%8C.rss\"");
        assertThat(app.text("/sitemaps/pages-1.xml")).contains("/feeds/Walks-in-London</loc>");
    }

    @Test
    void a_change_comes_in_a_delta(@TempDir Path own) throws Exception {
        TestApp.write(own, "a.md", "---\ntitle: A\ndate: 2024-01-01\ntags: [t]\n---\n\nText.\n");
        String settings = "feeds:\n  named:\n  - name: x\n    where: tag=t&tag=u\n  items: 10\n";
        try (TestApp changing = TestApp.start(own, settings, Map.of(), Clock.systemUTC())) {
            String tag =
                    changing.get("/feeds/x.rss").headers().firstValue("ETag").orElseThrow();
            TestApp.write(own, "b.md", "---\ntitle: B\ndate: 2024-01-02\ntags: [u]\n---\n\nText.\n");
            Await.until("another article", () -> changing.text("/feeds/x.rss").contains("<title>B<"));
            HttpResponse<byte[]> answer = changing.get("/feeds/x.rss", "If-None-Match", tag, "A-IM", "feed");
            assertThat(answer.statusCode()).isEqualTo(226);
            assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                    .contains("<title>B</title>")
                    .doesNotContain("<title>A</title>");
        }
    }

    @Test
    void an_impossible_selection_keeps_the_server_from_starting(@TempDir Path own) {
        assertThatThrownBy(
                        () -> TestApp.start(own, "feeds:\n- {name: x, where: limit=0}\n", Map.of(), Clock.systemUTC()))
                .hasMessageContaining("the selection 'x' in the settings is invalid: 'limit' must be a number");
    }

    private static int count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }
}
