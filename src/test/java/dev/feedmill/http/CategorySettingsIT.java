package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.TestApp;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What settings say of categories holds for libraries that know them already, and for new ones. */
class CategorySettingsIT {
    private static final String SETTINGS = """
            categories:
            - category: Walks/London
              slug: the-city
              title: London & beyond
              description: Walks in and around London.
              language: en-GB
              image: https://x.example/london.png
            - category: Talks
              name: Speeches
            - category: Staff
              hidden: true
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws Exception {
        write("walk", "[[Walks, London, East]]");
        write("talk", "[[Talks, Long]]");
        write("staff", "[[Staff, Rota], [Walks]]");
    }

    private void write(String name, String categories) throws Exception {
        TestApp.write(
                folder,
                name + ".md",
                "---\ntitle: " + name + "\ndate: 2024-01-01\ncategories: " + categories + "\n---\n\nText.\n");
    }

    private TestApp start(@Nullable String settings) throws Exception {
        return TestApp.start(folder, settings, Map.of(), Clock.systemUTC());
    }

    @Test
    void they_hold_for_a_library_that_knew_the_categories_otherwise() throws Exception {
        String id;
        try (TestApp app = start(null)) {
            assertThat(app.text("/categories/Walks/London.rss")).contains("<title>Feedmill › Walks › London</title>");
            assertThat(app.text("/feeds.opml")).contains("/categories/Staff/Rota.rss");
            id = id(app.text("/categories/Walks/London/East.rss"));
        }
        try (TestApp app = start(SETTINGS)) {
            check(app);
            assertThat(id(app.text("/categories/Walks/the-city/East.rss"))).isEqualTo(id);
            assertThat(app.text("/categories/Speeches/Long.rss")).contains("<title>talk</title>");
        }
        try (TestApp app = start(null)) {
            assertThat(app.text("/categories/Walks/London.rss")).contains("<title>Feedmill › Walks › London</title>");
            assertThat(location(app, "/categories/Walks/the-city.rss")).isEqualTo("/categories/Walks/London.rss");
            assertThat(location(app, "/categories/Speeches/Long.rss")).isEqualTo("/categories/Talks/Long.rss");
            assertThat(app.text("/feeds.opml")).contains("/categories/Staff/Rota.rss");
        }
    }

    @Test
    void they_hold_for_a_new_library() throws Exception {
        try (TestApp app = start(SETTINGS)) {
            check(app);
        }
    }

    private static void check(TestApp app) throws Exception {
        String rss = app.text("/categories/Walks/the-city.rss");
        assertThat(rss)
                .contains(
                        "<title>Feedmill › Walks › London &amp; beyond</title>",
                        "<description>Walks in and around London.</description>",
                        "<language>en-GB</language>",
                        "<url>https://x.example/london.png</url>",
                        "<title>walk</title>");
        assertThat(app.text("/categories/Walks/the-city"))
                .contains("<h1 dir=\"auto\">London &amp; beyond</h1>", "Walks in and around London.", "london.png");
        assertThat(app.text("/")).contains("London &amp; beyond", "Speeches").doesNotContain("Staff", "Talks");
        for (String old :
                new String[] {"/categories/Walks/London", "/categories/Walks/london.rss", "/categories/London"}) {
            assertThat(location(app, old)).as(old).startsWith("/categories/Walks/the-city");
        }
        assertThat(location(app, "/categories/Walks/London/East.atom"))
                .isEqualTo("/categories/Walks/the-city/East.atom");
        assertThat(location(app, "/categories/Talks.rss")).isEqualTo("/categories/Speeches.rss");
        assertThat(location(app, "/categories/talks/long.rss")).isEqualTo("/categories/Speeches/Long.rss");
        assertThat(location(app, "/feed.rss?category=Talks&category=Walks/London"))
                .isEqualTo("/feed.rss?category=Speeches&category=Walks/the-city");

        assertThat(app.text("/feeds.opml"))
                .contains("/categories/Walks/the-city.rss", "London &amp; beyond")
                .doesNotContain("Staff", "Rota");
        assertThat(app.text("/categories")).doesNotContain("Staff");
        assertThat(app.text("/sitemaps/pages-1.xml")).doesNotContain("Staff");
        assertThat(app.text("/articles/staff")).doesNotContain("Rota").contains("Walks");
        assertThat(app.text("/categories/Staff/Rota.rss")).contains("<title>staff</title>");
        assertThat(app.text("/categories/Staff")).contains("staff");
    }

    private static String location(TestApp app, String path) throws Exception {
        HttpResponse<byte[]> answer = app.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(301);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String id(String feed) {
        return feed.replaceFirst("(?s).*<guid[^>]*>([^<]*)</guid>.*", "$1");
    }
}
