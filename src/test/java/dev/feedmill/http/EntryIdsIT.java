package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.TestApp;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the ids of entries come from. */
class EntryIdsIT {
    @TempDir
    Path folder;

    private void article(String header) throws Exception {
        TestApp.write(folder, "a.md", "---\ntitle: A\ndate: 2024-01-01\n" + header + "\n---\nText.\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "https://blog.example/旧/ | https://blog.example/旧/",
                "tag:blog.example,2024:a | tag:blog.example,2024:a",
                "'https://blog.example/?p=7&amp;x' | https://blog.example/?p=7&amp;x",
                "Post no. 7 | urn:uuid:",
                "'4711' | urn:uuid:"
            })
    void a_declared_iri_stays_as_it_is_written_and_other_words_become_one(String written, String id) throws Exception {
        article("guid: '" + written + "'");
        try (TestApp app = TestApp.start(folder, Map.of())) {
            String start = "<guid isPermaLink=\"false\">" + id;
            String rss = app.text("/feed.rss");
            assertThat(rss).contains(start);
            String whole = rss.substring(rss.indexOf(start) + 26).replaceFirst("(?s)<.*", "");
            assertThat(app.text("/feed.json")).contains("\"id\":\"" + whole.replace("&amp;", "&") + "\"");
            assertThat(app.text("/feed.atom")).contains("<id>" + whole + "</id>");
        }
    }

    @Test
    void the_address_on_the_website_may_be_the_id() throws Exception {
        article("permalink: /2024/旧/");
        Map<String, String> permalink = Map.of("site.home", "https://blog.example", "articles.ids", "permalink");
        String id = "https://blog.example/2024/%E6%97%A7/";
        String stable;
        try (TestApp app = TestApp.start(folder, Map.of("site.home", "https://blog.example"))) {
            stable = app.text("/feed.atom").replaceAll("(?s).*<entry>.*?<id>(.*?)</id>.*", "$1");
            assertThat(stable).startsWith("urn:uuid:");
        }
        try (TestApp app = TestApp.start(folder, permalink)) {
            assertThat(app.text("/feed.rss")).contains("<guid>" + id + "</guid>");
            assertThat(app.text("/feed.atom")).contains("<id>" + id + "</id>");
            assertThat(app.text("/feed.json")).contains("\"id\":\"" + id + "\"");
        }
        try (TestApp app = TestApp.start(folder, Map.of("site.home", "https://blog.example"))) {
            assertThat(app.text("/feed.atom")).contains("<id>" + stable + "</id>");
        }
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "_config.yml | _posts/2024-03-14-a-walk.md | https://blog.example/2024/03/14/a-walk",
                "hugo.toml | content/posts/a-walk.md | https://blog.example/posts/a-walk/",
                "pelicanconf.py | content/a-walk.md | tag:blog.example,2024-03-14:/walk.html",
                "docusaurus.config.js | blog/2024-03-14-a-walk.md | https://blog.example/blog/2024/03/14/a-walk"
            })
    void the_id_of_the_generators_own_feed_may_be_the_id(String config, String path, String id) throws Exception {
        TestApp.write(
                folder,
                config,
                switch (config) {
                    case "hugo.toml" -> "baseURL = 'https://blog.example/'\n";
                    case "pelicanconf.py" -> "SITEURL = 'https://blog.example'\n";
                    case "docusaurus.config.js" -> "module.exports = {url: 'https://blog.example', baseUrl: '/'};\n";
                    default -> "url: https://blog.example\ntitle: Blog\nplugins: [jekyll-feed]\n";
                });
        TestApp.write(folder, path, "---\ntitle: Walk\ndate: 2024-03-14\n---\nText.\n");
        try (TestApp app = TestApp.start(folder, Map.of("articles.ids", "generator"))) {
            assertThat(app.text("/feed.atom")).contains("<id>" + id + "</id>");
        }
    }
}
