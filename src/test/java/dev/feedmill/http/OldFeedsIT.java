package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.TestApp;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The addresses at which another program had feeds lead to those here. */
class OldFeedsIT {
    private static final String SETTINGS = """
            feeds:
              old-addresses:
                /blog/all.xml: atom
                /walks/rss.xml: /categories/Walks.rss
                /no-adverts.xml: not-tag=advert
                /feed.xml: json
                /latest: rss
            """;

    @TempDir
    Path folder;

    private void article(String path) throws Exception {
        TestApp.write(
                folder,
                path,
                "---\ntitle: A\ndate: 2024-01-01\nauthor: Ann Lee\ncategories: [Walks]\ntags: [Rain Coats, 雨]\n---\nText.\n");
    }

    private static void assertLeads(TestApp app, String from, String to) throws Exception {
        for (String method : List.of("GET", "HEAD")) {
            HttpResponse<byte[]> answer = app.send(method, from);
            assertThat(answer.statusCode()).as(method + " " + from).isEqualTo(301);
            assertThat(answer.headers().firstValue("Location"))
                    .as(method + " " + from)
                    .hasValue(to);
        }
        String there = to.replaceFirst("[?].*", "");
        assertThat(app.get(there).statusCode()).as(there).isEqualTo(200);
    }

    @Test
    void the_usual_addresses_lead_to_the_feed_in_their_format() throws Exception {
        article("a.md");
        try (TestApp app = TestApp.start(folder, Map.of())) {
            assertLeads(app, "/atom.xml", "/feed.atom");
            assertLeads(app, "/feed.xml", "/feed.atom");
            assertLeads(app, "/index.xml", "/feed.rss");
            assertLeads(app, "/rss.xml", "/feed.rss");
            assertLeads(app, "/rss2.xml", "/feed.rss");
            assertLeads(app, "/feed", "/feed.rss");
            assertLeads(app, "/feed/", "/feed.rss");
            assertLeads(app, "/feed/atom/", "/feed.atom");
            assertLeads(app, "/rss/", "/feed.rss");
            assertLeads(app, "/rss.xml?limit=3", "/feed.rss?limit=3");
            assertLeads(app, "/category/walks/feed/", "/categories/Walks.rss");
            assertLeads(app, "/tag/rain-coats/feed/atom", "/tags/Rain-Coats.atom");
            assertLeads(app, "/tag/%E9%9B%A8/feed", "/tags/%E9%9B%A8.rss");
            assertLeads(app, "/author/ann-lee/feed", "/authors/Ann-Lee.rss");
            for (String path : List.of("/category/none/feed/", "/feed/none", "/x/rss.xml", "/tag/feed")) {
                assertThat(app.get(path).statusCode()).as(path).isEqualTo(404);
            }
        }
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "_config.yml, _posts/2024-01-01-a.md, /feed.xml, /feed.atom",
        "_config.yml, _posts/2024-01-01-a.md, /feed/walks.xml, /categories/Walks.atom",
        "_config.yml, _posts/2024-01-01-a.md, /feed/by_tag/rain-coats.xml, /tags/Rain-Coats.atom",
        "hugo.toml, content/posts/a.md, /index.xml, /feed.rss",
        "hugo.toml, content/posts/a.md, /posts/index.xml, /feed.rss",
        "hugo.toml, content/posts/a.md, /categories/walks/index.xml, /categories/Walks.rss",
        "hugo.toml, content/posts/a.md, /tags/rain-coats/index.xml, /tags/Rain-Coats.rss",
        "hugo.toml, content/posts/a.md, /blog/tags/rain-coats/index.xml, /tags/Rain-Coats.rss",
        "pelicanconf.py, content/a.md, /feeds/all.atom.xml, /feed.atom",
        "pelicanconf.py, content/a.md, /feeds/walks.atom.xml, /categories/Walks.atom",
        "pelicanconf.py, content/a.md, /feeds/ann-lee.rss.xml, /authors/Ann-Lee.rss",
        "docusaurus.config.js, blog/2024-01-01-a.md, /news/atom.xml, /feed.atom"
    })
    void those_of_the_generator_lead_to_what_they_were_of(String config, String path, String from, String to)
            throws Exception {
        TestApp.write(
                folder,
                config,
                switch (config) {
                    case "hugo.toml" -> "baseURL = 'https://blog.example/blog/'\n";
                    case "pelicanconf.py" -> "SITEURL = 'https://blog.example'\n";
                    case "docusaurus.config.js" ->
                        "module.exports = {url: 'https://blog.example', baseUrl: '/', presets: [['classic', {blog:"
                                + " {routeBasePath: 'news'}}]]};\n";
                    default -> "url: https://blog.example\ntitle: Blog\nplugins: [jekyll-feed]\n";
                });
        article(path);
        try (TestApp app = TestApp.start(folder, Map.of())) {
            assertLeads(app, from, to);
        }
    }

    @Test
    void the_settings_add_to_them_and_go_before_but_never_over_an_own_address() throws Exception {
        article("a.md");
        try (TestApp app = TestApp.start(folder, SETTINGS, Map.of(), Clock.systemUTC())) {
            assertLeads(app, "/blog/all.xml", "/feed.atom");
            assertLeads(app, "/walks/rss.xml", "/categories/Walks.rss");
            assertLeads(app, "/no-adverts.xml", "/feed.rss?not-tag=advert");
            assertLeads(app, "/feed.xml", "/feed.json");
            assertThat(app.get("/latest").statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feed.rss", "/categories/Walks.rss", "/tags/%E9%9B%A8.atom"})
    void an_own_feed_stays_what_it_is(String path) throws Exception {
        article("a.md");
        try (TestApp app = TestApp.start(folder, Map.of())) {
            assertThat(app.get(path).statusCode()).isEqualTo(200);
        }
    }
}
