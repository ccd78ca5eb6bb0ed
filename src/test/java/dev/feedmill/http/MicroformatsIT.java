package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.TestApp;
import java.nio.file.Path;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pages say to programs that read them: microformats2, as social readers look for them. */
class MicroformatsIT {
    private static final String BODY = "One *word*.\n\n## A\n\n### B\n\n## C\n\n## 简介\n\n" + "word ".repeat(500);

    @TempDir
    static Path folder;

    private static TestApp app;

    @BeforeAll
    static void start() throws Exception {
        TestApp.write(
                folder,
                "fog.md",
                "---\ntitle: Fog\ndate: 2024-05-01\nupdated: 2024-05-03\nauthor: [Ann, Bo]\ncategories: Walks\n"
                        + "tags: [river]\nsummary: In short.\nimage: https://pictures.example/a.png\n"
                        + "link: https://www.blog.example/fog?x#y\n---\n" + BODY);
        for (int i = 0; i < 4; i++) {
            TestApp.write(
                    folder, "t" + i + ".md", "---\ntitle: T" + i + "\ndate: 2023-05-0" + (i + 1) + "\n---\nText.\n");
        }
        app = TestApp.start(folder, Map.of("site.title", "Walks and more", "site.page-items", "2"));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static Document page(String path) throws Exception {
        return Jsoup.parse(app.text(path), "http://localhost:" + app.port() + path);
    }

    private static String value(Element root, String property) {
        Element element = root.expectFirst("." + property);
        return switch (element.normalName()) {
            case "a" -> property.startsWith("u-") ? element.absUrl("href") : element.text();
            case "img" -> element.absUrl("src");
            case "data" -> element.attr("value");
            case "time" -> element.attr("datetime");
            default -> element.text();
        };
    }

    @Test
    void a_site_without_a_description_has_its_title_as_one_in_feeds_and_none_on_pages() throws Exception {
        assertThat(app.text("/feed.rss")).contains("<description>Walks and more</description>");
        assertThat(page("/").select(".h-card .p-note")).isEmpty();
    }

    @Test
    void an_article_is_an_entry() throws Exception {
        Element entry = page("/articles/fog").expectFirst(".h-entry");
        assertThat(value(entry, "p-name")).isEqualTo("Fog");
        assertThat(value(entry, "u-url")).isEqualTo("https://www.blog.example/fog?x#y");
        assertThat(value(entry, "dt-published")).isEqualTo("2024-05-01T00:00:00Z");
        assertThat(value(entry, "dt-updated")).isEqualTo("2024-05-03T00:00:00Z");
        assertThat(value(entry, "p-summary")).isEqualTo("In short.");
        assertThat(entry.expectFirst(".e-content").html()).contains("<em>word</em>");
        assertThat(entry.select(".p-author.h-card").eachText()).containsExactly("Ann", "Bo");
        assertThat(value(entry, "p-author")).isEqualTo("Ann");
        assertThat(entry.select(".p-category").eachText()).containsExactly("Walks", "river");
        assertThat(value(entry, "u-photo")).isEqualTo("https://pictures.example/a.png");
    }

    @Test
    void the_front_page_is_a_feed_and_the_card_of_its_site() throws Exception {
        Document front = page("/");
        Element card = front.expectFirst(".h-card");
        assertThat(value(card, "p-name")).isEqualTo("Walks and more");
        assertThat(value(card, "u-url")).isEqualTo(value(card, "u-uid")).isEqualTo(front.location());
        Element feed = front.expectFirst(".h-feed");
        assertThat(value(feed, "p-name")).isEqualTo("Walks and more");
        Element entry = feed.expectFirst(".h-entry");
        assertThat(value(entry, "p-name")).isEqualTo("Fog");
        assertThat(value(entry, "u-url")).isEqualTo(front.location() + "articles/fog");
        assertThat(value(entry, "dt-published")).isEqualTo("2024-05-01T00:00:00Z");
        assertThat(entry.select(".p-author.h-card").eachText()).containsExactly("Ann", "Bo");
        assertThat(value(entry, "p-summary")).isEqualTo("In short.");
        assertThat(page("/categories/Walks")
                        .select(".h-feed > .items > .h-entry .p-name")
                        .eachText())
                .containsExactly("Fog");
    }

    @Test
    void later_pages_say_which_they_are_and_do_not_present_the_site_again() throws Exception {
        Document first = page("/");
        assertThat(first.select(".paging").text()).contains("Page 1 of 3");
        Document second = page(first.expectFirst("a[rel=next]").attr("href").replaceFirst("^\\./", "/"));
        assertThat(second.select(".paging").text()).contains("Page 2 of 3");
        assertThat(second.select(".h-card:not(.p-author), .subscribe")).isEmpty();
        Document third = page(second.expectFirst("a[rel=next]").attr("href").replaceFirst("^\\./", "/"));
        assertThat(third.select(".paging").text()).contains("Page 3 of 3");
        assertThat(third.select(".items .p-name").eachText()).containsExactly("T0");
        assertThat(page("/categories/Walks").select(".paging")).isEmpty();
    }

    @Test
    void a_long_article_says_how_long_it_is_what_is_in_it_and_where_it_lives() throws Exception {
        Document article = page("/articles/fog");
        assertThat(article.expectFirst(".facts").text()).contains("2 min read", "First published on blog.example");
        Element contents = article.expectFirst("details.toc");
        assertThat(contents.select("> ol > li > a").eachText()).containsExactly("A", "C", "简介");
        assertThat(contents.select("ol ol a").eachText()).containsExactly("B");
        for (Element link : contents.select("a")) {
            assertThat(article.select(link.attr("href")).eachText()).containsExactly(link.text());
        }
        Document brief = page("/articles/t0");
        assertThat(brief.select(".toc")).isEmpty();
        assertThat(brief.expectFirst(".facts").text()).doesNotContain("min read");
    }
}
