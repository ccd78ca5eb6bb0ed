package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.Await;
import dev.feedmill.TestApp;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What caches in front of the server are told. */
class CachesInFrontIT {
    private static final Map<String, String> SETTINGS =
            Map.of("caches.tag-field", "Surrogate-Key", "caches.max-tags", "2", "server.unconditional-gets", "0");

    @TempDir
    static Path folder;

    private static TestApp app;

    @BeforeAll
    static void start() throws Exception {
        write("a.md", "[Walks, London]", "river");
        write("b.md", "Walks", "fog");
        write("gone.md", "Gone", "gone");
        app = TestApp.start(folder, "feeds:\n  - name: some\n    where: tag=fog\n", SETTINGS, Clock.systemUTC());
        app.awaitWords();
        Files.delete(app.articles().resolve("gone.md"));
        Await.until("the article is gone", () -> app.get("/categories/Gone.rss").statusCode() == 410);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static void write(String file, String categories, String tag) throws Exception {
        TestApp.write(
                folder,
                file,
                "---\ntitle: T\ndate: 2024-05-01\ncategories: " + categories + "\ntags: [" + tag + "]\n---\n\nText.\n");
    }

    private static Set<String> tags(HttpResponse<byte[]> response) {
        return Set.of(response.headers().firstValue("Surrogate-Key").orElse("").split(" ", -1));
    }

    private static String tag(String page) throws Exception {
        return tags(app.get(page)).stream()
                .filter(tag -> tag.matches("t[1-9][0-9]*"))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "/, t0",
        "/feed.rss, t0",
        "/?older=NDEwMjQ0NDgwMC4w, t0",
        "/archive/1/feed.atom, t0",
        "/latest, t0",
        "/latest?tag=fog, /tags/fog",
        "/feeds.opml, t0",
        "/sitemap.xml, t0",
        "/categories, t0",
        "/feeds/some.json, t0",
        "/builder, t0",
        "/search?q=text, t0",
        "/search?tag=fog, /tags/fog",
        "/categories/Walks.atom, /categories/Walks",
        "/categories/Walks/London.json, /categories/Walks/London",
        "/feed.rss?category=Walks&tag=fog, /categories/Walks /tags/fog"
    })
    void a_response_names_the_terms_that_make_it_stale_and_so_does_its_304(String path, String terms) throws Exception {
        Set<String> wanted = new TreeSet<>(Set.of("feedmill"));
        for (String term : terms.split(" ", -1)) {
            wanted.add(term.startsWith("/") ? tag(term) : term);
        }
        HttpResponse<byte[]> whole = app.get(path);
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(tags(whole)).isEqualTo(wanted);
        HttpResponse<byte[]> same = app.get(
                path, "If-None-Match", whole.headers().firstValue("ETag").orElseThrow());
        assertThat(same.statusCode()).isEqualTo(304);
        for (String field : List.of("Surrogate-Key", "Cache-Control", "Vary", "ETag")) {
            assertThat(same.headers().firstValue(field))
                    .as(field)
                    .isEqualTo(whole.headers().firstValue(field));
        }
    }

    @Test
    void the_page_of_an_article_names_it_too() throws Exception {
        String page = app.text("/").replaceAll("(?s).*?(/articles/[^\"?#]+)\".*", "$1");
        assertThat(tags(app.get(page))).contains("feedmill", "t0").anyMatch(tag -> tag.matches("a[1-9][0-9]*"));
    }

    @Test
    void more_terms_than_the_settings_allow_become_everything() throws Exception {
        assertThat(tags(app.get("/feed.rss?tag=fog&tag=river"))).hasSize(3).doesNotContain("t0");
        assertThat(tags(app.get("/feed.rss?category=Walks&tag=fog&tag=river")))
                .containsExactlyInAnyOrder("feedmill", "t0");
    }

    /** A purge of the tags of a change must reach whatever it changed. */
    @Test
    void what_a_new_article_changes_is_tagged_with_one_of_its_terms() throws Exception {
        List<String> paths = List.of(
                "/",
                "/feed.rss",
                "/categories/Walks.rss",
                "/categories/Walks",
                "/categories/Walks/London.rss",
                "/tags/fog.json",
                "/tags/river.json",
                "/tags",
                "/feeds/some.rss",
                "/latest?tag=fog",
                "/search?tag=fog");
        Map<String, String> before = new HashMap<>();
        for (String path : paths) {
            before.put(path, etag(path));
        }
        write("new.md", "Walks", "fog");
        Await.until("the article is there", () -> !etag("/feed.rss").equals(before.get("/feed.rss")));
        Set<String> changed = Set.of("t0", tag("/categories/Walks"), tag("/tags/fog"));
        for (String path : paths) {
            if (!etag(path).equals(before.get(path))) {
                assertThat(tags(app.get(path))).as(path).containsAnyElementsOf(changed);
            }
        }
        assertThat(etag("/tags/river.json")).isEqualTo(before.get("/tags/river.json"));
    }

    /** A page for people depends on more fields, and is not kept; a cache would need a copy for each value of them. */
    @ParameterizedTest
    @CsvSource({
        "/categories/Gone.rss, 410, 'max-age=0, s-maxage=60'",
        "/tags/gone.atom, 410, 'max-age=0, s-maxage=60'",
        "/categories/Nowhere.json, 404, 'max-age=0, s-maxage=60'",
        "/categories/Gone, 410, no-store",
        "/tags/nowhere, 404, no-store",
        "/nowhere, 404, no-store",
        "/feed.rss?since=foo, 400, no-store"
    })
    void what_is_missing_is_kept_where_all_get_the_same(String path, int status, String kept) throws Exception {
        HttpResponse<byte[]> read = app.get(path, "Accept", "*/*");
        HttpResponse<byte[]> opened = app.get(path, "Accept", "text/html", "Sec-Fetch-Dest", "document");
        assertThat(List.of(read.statusCode(), opened.statusCode())).containsOnly(status);
        assertThat(read.headers().firstValue("Cache-Control")).hasValue(kept);
        assertThat(read.headers().firstValue("Vary").isPresent()).isEqualTo(kept.equals("no-store"));
        assertThat(tags(read).contains("t0")).isNotEqualTo(kept.equals("no-store"));
        assertThat(opened.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void a_redirect_is_asked_for_again_soon_by_caches_for_many() throws Exception {
        HttpResponse<byte[]> moved = app.get("/categories/walks.rss", "Accept", "*/*");
        assertThat(moved.uri().getPath()).isEqualTo("/categories/walks.rss");
        assertThat(moved.statusCode()).isEqualTo(301);
        assertThat(moved.headers().firstValue("Cache-Control")).hasValue("max-age=3600, s-maxage=60");
    }

    private static String etag(String path) throws Exception {
        return app.get(path).headers().firstValue("ETag").orElseThrow();
    }
}
