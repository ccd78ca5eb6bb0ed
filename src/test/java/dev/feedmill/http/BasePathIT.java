package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.TestApp;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
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

/** A public address with a path, behind a proxy that takes it away and behind one that does not. */
class BasePathIT {
    /** Looks as if it named a selection. */
    private static final String PREFIX = "/feeds/of%20it";

    @TempDir
    static Path folder;

    private static TestApp app;

    @BeforeAll
    static void start() throws Exception {
        TestApp.write(folder, "a.md", "---\ntitle: One\ndate: 2024-05-01\ncategories: [Walks, London]\n---\n\nText.\n");
        TestApp.write(folder, "b.md", "---\ntitle: Two\ndate: 2024-05-02\ntags: blog\n---\n\nText.\n");
        app = TestApp.start(
                folder,
                "feeds:\n  - name: london\n    title: L\n    where: category=Walks/London\n",
                Map.of("server.base-url", "http://feeds.test" + PREFIX),
                Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/feed.rss",
                "/categories/Walks.rss",
                "/categories",
                "/articles/a",
                "/tags/blog",
                "/feeds/london.rss",
                "/feeds.opml",
                "/latest",
                "/search",
                "/builder",
                "/openapi.json",
                "/sitemap.xml",
                "/robots.txt",
                "/health",
                "/assets/site.css",
                "/favicon.ico"
            })
    void an_address_is_answered_with_the_path_and_without(String path) throws Exception {
        HttpResponse<byte[]> stripped = app.get(path);
        HttpResponse<byte[]> whole = app.get(PREFIX + path);
        assertThat(stripped.statusCode()).as(path).isEqualTo(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(stripped.body());
        assertThat(whole.headers().firstValue("ETag"))
                .isEqualTo(stripped.headers().firstValue("ETag"));
    }

    @ParameterizedTest
    @CsvSource({
        "/categories/London.rss, /categories/Walks/London.rss",
        "/categories/walks, /categories/Walks",
        "/feed.rss/, /feed.rss",
        "/feed.rss?limit=1&content=none, /feed.rss?content=none&limit=1",
        "/?q=a, /search?q=a",
        "/.well-known/feeds, /feeds.opml",
        "/articles/A, /articles/a",
        "/tags/, /tags",
        "/feeds/LONDON.rss, /feeds/london.rss",
        "/search.rss?q=a, /feed.rss?q=a"
    })
    void a_redirect_stays_below_the_path(String path, String to) throws Exception {
        for (String address : List.of(path, PREFIX + path)) {
            HttpResponse<byte[]> answer = app.get(address);
            assertThat(answer.statusCode()).as(address).isEqualTo(301);
            assertThat(answer.headers().firstValue("Location")).hasValue(PREFIX + to);
        }
    }

    @Test
    void the_path_alone_leads_to_the_front_page() throws Exception {
        HttpResponse<byte[]> answer = app.get(PREFIX + "?x=1");
        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(answer.headers().firstValue("Location")).hasValue(PREFIX + "/?x=1");
        assertThat(app.text(PREFIX + "/")).contains("One", "Two");
    }

    @Test
    void every_link_of_a_page_and_a_feed_is_answered() throws Exception {
        Pattern links = Pattern.compile("(?:href|src|url)=\"([^\"#]+)\"");
        for (String page : List.of("/", "/categories/Walks", "/articles/a", "/search", "/builder", "/feeds.opml")) {
            URI base = URI.create("http://feeds.test" + PREFIX + page);
            Matcher link = links.matcher(app.text(PREFIX + page).replace("&amp;", "&"));
            while (link.find()) {
                URI uri = link.group(1).matches("[a-z]+:.*[\\s\"<>{}|].*") ? base : base.resolve(link.group(1));
                if ("feeds.test".equals(uri.getHost())) {
                    assertThat(uri.getRawPath()).as(page).startsWith(PREFIX + "/");
                    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
                    assertThat(app.get(uri.getRawPath() + query).statusCode())
                            .as(uri.toString())
                            .isIn(200, 301);
                }
            }
        }
    }

    @Test
    void robots_txt_has_the_paths_that_robots_see() throws Exception {
        assertThat(new String(app.get("/robots.txt").body(), StandardCharsets.UTF_8))
                .contains(
                        "Disallow: " + PREFIX + "/search\n", "Sitemap: http://feeds.test" + PREFIX + "/sitemap.xml\n");
    }
}
