package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.TestApp;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Articles that name no date and were there before the library: last everywhere, and dated nowhere. */
class UndatedIT {
    @TempDir
    static Path folder;

    private static TestApp app;

    @BeforeAll
    static void start() throws Exception {
        TestApp.write(folder, "note.md", "---\ntitle: Undated note\ntags: x\n---\n\nText.\n");
        TestApp.write(folder, "dated.md", "---\ntitle: Dated\ndate: 1950-05-01\ntags: x\n---\n\nText.\n");
        app = TestApp.start(folder, Map.of());
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void feeds_have_it_last_and_give_it_no_date_but_what_a_format_demands() throws Exception {
        String rss = app.text("/feed.rss");
        assertThat(rss.indexOf("<title>Dated")).isPositive().isLessThan(rss.indexOf("<title>Undated note"));
        assertThat(rss.substring(rss.indexOf("Undated note"))).doesNotContain("pubDate", "updated");
        String atom = app.text("/tags/x.atom");
        assertThat(atom.substring(atom.indexOf("Undated note")))
                .doesNotContain("<published>")
                .contains("<updated>1990-01-01T00:00:00Z</updated>");
        String json = app.text("/feed.json");
        assertThat(json.substring(json.indexOf("Undated note"))).doesNotContain("date_published", "date_modified");
    }

    @Test
    void programs_that_count_on_a_date_get_the_first_of_all() throws Exception {
        assertThat(app.text("/latest?fields=title,date_published,date_modified"))
                .contains("{\"title\":\"Undated note\",\"date_published\":\"0001-01-01T00:00:00Z\","
                        + "\"date_modified\":\"0001-01-01T00:00:00Z\"}],");
        assertThat(app.text("/latest?sort=updated&fields=title"))
                .contains("[{\"title\":\"Dated\"},{\"title\":\"Undated note\"}]");
        assertThat(app.text("/latest?since=1960-01-01T00:00:00Z")).doesNotContain("Undated");
    }

    @Test
    void pages_and_the_sitemap_show_no_date() throws Exception {
        assertThat(app.text("/articles/note")).doesNotContain("<time", "datePublished", "dateModified", "_time\"");
        assertThat(app.text("/articles/dated")).contains("<time", "datePublished", "dateModified", "_time\"");
        String home = app.text("/");
        String item = home.substring(home.indexOf("articles/note"));
        assertThat(item.substring(0, item.indexOf("</article>"))).doesNotContain("<time");
        String sitemap = app.text("/sitemaps/articles-1.xml");
        assertThat(sitemap)
                .containsPattern("articles/note</loc>\\s*</url>")
                .containsPattern("articles/dated</loc>\\s*<lastmod>");
    }
}
