package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.TestApp;
import dev.feedmill.address.Parameter;
import dev.feedmill.http.query.SelectionParameters;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** What readers import and search engines read. */
class ListsIT {
    @TempDir
    static Path folder;

    private static TestApp app;

    @BeforeAll
    static void start() throws Exception {
        TestApp.write(
                folder, "a.md", "---\ntitle: A\ndate: 2024-05-01\ncategories: [茶 & 水, 绿茶]\ntags: [t]\n---\n\nText.\n");
        TestApp.write(folder, "b.md", "---\ntitle: B\ndate: 2024-05-02\ncategories: Plain\n---\n\nText.\n");
        TestApp.write(folder, "c.md", "---\ntitle: C\ndate: 2024-05-03\nlink: https://other.example/c\n---\n\nText.\n");
        TestApp.write(folder, "d.md", "---\ntitle: D\ndate: 2024-05-03\ndraft: true\n---\n\nText.\n");
        app = TestApp.start(
                folder,
                Map.of("site.language", "zh-CN", "server.base-url", "https://feeds.example.org", "feeds.items", "1"));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void the_api_is_described_in_one_document_and_in_the_papers() throws Exception {
        HttpResponse<byte[]> answer = app.get("/openapi.json");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            while (json.nextToken() != null) {
                assertThat(json.currentToken()).isNotEqualTo(JsonToken.NOT_AVAILABLE);
            }
        }
        assertThat(text).startsWith("{\"openapi\":\"3.1.1\"").contains("\"/feeds/{name}.atom\"", "\"/latest\"");
        String readme = Files.readString(Path.of("src/docs/feeds.md"));
        assertThat(SelectionParameters.ALL).extracting(Parameter::toString).allSatisfy(name -> {
            assertThat(text).contains("{\"name\":\"" + name + "\",\"in\":\"query\"");
            assertThat(readme).containsAnyOf("`" + name, "`_" + name.replaceFirst("^[a-z]*_", "") + "`");
        });
        assertThat(app.get(
                                "/openapi.json",
                                "If-None-Match",
                                answer.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void the_list_of_feeds_speaks_the_language_of_the_site() throws Exception {
        assertThat(app.text("/feeds.opml"))
                .contains("<outline text=\"分类\"", "<outline text=\"茶 &amp; 水\"", "<outline text=\"标签\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%E8%8C%B6%20%26%20%E6%B0%B4/%E7%BB%BF%E8%8C%B6", "%E7%BB%BF%E8%8C%B6"})
    void a_part_of_the_list_can_be_had_by_the_name_of_a_category(String name) throws Exception {
        HttpResponse<byte[]> part = app.get("/feeds.opml?category=" + name);
        assertThat(part.statusCode()).isEqualTo(200);
        assertThat(new String(part.body(), StandardCharsets.UTF_8))
                .containsOnlyOnce("xmlUrl")
                .contains("/%E7%BB%BF%E8%8C%B6.rss\"");
        HttpResponse<byte[]> whole = app.get("/feeds.opml");
        assertThat(part.headers().firstValue("ETag"))
                .isNotEqualTo(whole.headers().firstValue("ETag"));
        assertThat(whole.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"feedmill.opml\"");
        assertThat(part.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"feedmill-_-_-_.opml\";"
                        + " filename*=UTF-8''feedmill-%E8%8C%B6-%E6%B0%B4-%E7%BB%BF%E8%8C%B6.opml");
    }

    @Test
    void a_part_that_is_not_there_is_said_to_be_so() throws Exception {
        assertThat(app.get("/feeds.opml?category=nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void the_well_known_address_leads_to_the_list() throws Exception {
        HttpResponse<byte[]> answer = app.get("/.well-known/feeds");
        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(answer.headers().firstValue("Location")).hasValue("/feeds.opml");
        assertThat(app.send("HEAD", "/.well-known/feeds").statusCode()).isEqualTo(301);
    }

    @Test
    void the_sitemap_leads_to_every_page_that_lives_here_and_to_no_other() throws Exception {
        assertThat(app.text("/robots.txt")).contains("Sitemap: https://feeds.example.org/sitemap.xml\n");
        List<String> files = locations("/sitemap.xml");
        assertThat(files)
                .hasSizeGreaterThan(1)
                .allMatch(file -> file.startsWith("https://feeds.example.org/sitemaps/"));
        List<String> pages = new ArrayList<>();
        for (String file : files) {
            pages.addAll(locations(file.substring("https://feeds.example.org".length())));
        }
        assertThat(pages)
                .contains("https://feeds.example.org/", "https://feeds.example.org/articles/a")
                .contains("https://feeds.example.org/categories/Plain", "https://feeds.example.org/tags/t")
                .doesNotContain("https://feeds.example.org/articles/c", "https://feeds.example.org/articles/d")
                .doesNotHaveDuplicates();
        for (String page : pages) {
            assertThat(app.get(page.substring("https://feeds.example.org".length()))
                            .statusCode())
                    .as(page)
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pages-2.xml", "pages-0.xml", "articles-99.xml", "articles-.xml", "x"})
    void a_file_that_the_sitemap_does_not_list_is_not_there(String name) throws Exception {
        assertThat(app.get("/sitemaps/" + name).statusCode()).isEqualTo(404);
    }

    private static List<String> locations(String path) throws Exception {
        assertThat(app.get(path).headers().firstValue("Content-Type")).hasValue("application/xml; charset=utf-8");
        Matcher matcher = Pattern.compile("<loc>([^<]*)</loc>").matcher(app.text(path));
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
