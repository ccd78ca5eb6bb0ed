package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.Await;
import dev.feedmill.TestApp;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Readers are sent what they lack and little else. */
class SmallAnswersIT {
    private static final Map<String, String> FEW =
            Map.of("feeds.items", "4", "server.base-url", "http://feeds.test", "server.unconditional-gets", "5");

    @TempDir
    Path folder;

    private void article(int day) throws Exception {
        TestApp.write(
                folder,
                day + ".md",
                "---\ntitle: Title-%02d\ndate: 2024-01-%02d\ncategories: Cat\n---\n\nText %d.\n"
                        .formatted(day, day, day));
    }

    private TestApp serve(int articles) throws Exception {
        for (int day = 1; day <= articles; day++) {
            article(day);
        }
        return TestApp.start(folder, FEW);
    }

    private static String tag(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static Set<String> titles(String text) {
        Set<String> titles = new HashSet<>();
        Matcher matcher = Pattern.compile("Title-\\d\\d").matcher(text);
        while (matcher.find()) {
            titles.add(matcher.group());
        }
        return titles;
    }

    private static void awaitIn(TestApp app, String path, String words) throws Exception {
        Await.until(
                words, () -> text(app.get(path, "If-None-Match", "\"none\"")).contains(words));
    }

    /**
     * A version made within a second of the one before is sent with that one's date until the next second begins; a date
     * that is its own makes a 304.
     */
    private static void awaitOwnDate(TestApp app, String path) throws Exception {
        Await.until("a date of its own for " + path, () -> {
            String date = app.get(path).headers().firstValue("Last-Modified").orElseThrow();
            return app.get(path, "If-Modified-Since", date).statusCode() == 304;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feed.rss", "/feed.atom", "/feed.json", "/categories/Cat.rss"})
    void a_reader_that_asks_for_it_gets_only_what_is_new(String path) throws Exception {
        String held;
        try (TestApp app = serve(3)) {
            HttpResponse<byte[]> first = app.get(path, "A-IM", "feed", "Accept-Encoding", "gzip");
            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(first.headers().firstValue("Vary")).hasValue("Accept-Encoding");
            held = tag(first);
            assertThat(app.get(path, "A-IM", "feed", "If-None-Match", held).statusCode())
                    .isEqualTo(304);
        }
        article(4);
        try (TestApp app = TestApp.start(folder, FEW)) {
            awaitOwnDate(app, path);
            HttpResponse<byte[]> delta = app.get(path, "A-IM", "gzip;q=0.1, feed", "If-None-Match", held);
            assertThat(delta.statusCode()).isEqualTo(226);
            assertThat(delta.headers().firstValue("IM")).hasValue("feed");
            assertThat(delta.headers().firstValue("Delta-Base")).hasValue(held);
            assertThat(delta.headers().firstValue("Vary")).hasValue("Accept-Encoding, A-IM, If-None-Match");
            assertThat(delta.headers().firstValue("Cache-Control")).hasValue("no-store, im");
            assertThat(titles(text(delta))).containsExactly("Title-04");
            HttpResponse<byte[]> whole = app.get(path);
            assertThat(tag(delta)).isEqualTo(tag(whole));
            assertThat(titles(text(whole))).hasSize(4);
            assertThat(delta.headers().firstValue("Last-Modified"))
                    .isEqualTo(whole.headers().firstValue("Last-Modified"));
            assertThat(app.get(path, "A-IM", "feed", "If-None-Match", tag(delta))
                            .statusCode())
                    .isEqualTo(304);
            assertThat(app.get(path, "A-IM", "feed", "If-None-Match", held, "User-Agent", "mill/1 feedparser/6.0.10")
                            .statusCode())
                    .isEqualTo(226);
            assertThat(app.send("HEAD", path, "A-IM", "feed", "If-None-Match", held)
                            .statusCode())
                    .isEqualTo(226);
            for (String[] other : new String[][] {
                {"If-None-Match", held},
                {"A-IM", "vcdiff", "If-None-Match", held},
                {"A-IM", "feed;q=0", "If-None-Match", held},
                {"A-IM", "feed", "If-None-Match", held, "User-Agent", "rss2email/3.14 (https://github.com/rss2email)"},
                {"A-IM", "feed", "If-None-Match", held, "User-Agent", "FeedParser/6.0.10 +https://feedparser.org"},
                {"A-IM", "feed", "If-None-Match", "\"AAAAAAAAAAAAAAAAAAAAAA\""},
                {"A-IM", "feed", "If-Modified-Since", "Sat, 01 Jan 2000 00:00:00 GMT"}
            }) {
                HttpResponse<byte[]> answer = app.get(path, other);
                assertThat(answer.statusCode()).as(List.of(other).toString()).isEqualTo(200);
                assertThat(answer.body()).isEqualTo(whole.body());
            }
            TestApp.write(
                    folder, "1.md", "---\ntitle: Title-01\ndate: 2024-01-01\ncategories: Cat\n---\n\nOther words.\n");
            awaitIn(app, path, "Other words");
            assertThat(titles(text(app.get(path, "A-IM", "feed", "If-None-Match", "\"x\", " + tag(whole)))))
                    .containsExactly("Title-01");
            assertThat(titles(text(app.get(path, "A-IM", "feed", "If-None-Match", held))))
                    .containsExactlyInAnyOrder("Title-01", "Title-04");
        }
    }

    @Test
    void an_atom_feed_and_its_delta_name_what_is_gone() throws Exception {
        try (TestApp app = serve(4)) {
            HttpResponse<byte[]> first = app.get("/feed.atom");
            String id = text(first).replaceFirst("(?s).*Title-04<.*?<id>([^<]*)</id>.*", "$1");
            assertThat(text(first)).contains(id).doesNotContain("deleted-entry");
            Files.delete(folder.resolve("articles/4.md"));
            awaitIn(app, "/feed.atom", "deleted-entry");

            for (String path : List.of("/feed.atom", "/categories/Cat.atom", "/feed.atom?category=Cat")) {
                assertThat(text(app.get(path)))
                        .as(path)
                        .contains(" ref=\"" + id + "\" when=\"")
                        .doesNotContain("Title-04");
            }
            assertThat(text(app.get("/feed.rss"))).doesNotContain("deleted-entry");
            HttpResponse<byte[]> delta = app.get("/feed.atom", "A-IM", "feed", "If-None-Match", tag(first));
            assertThat(delta.statusCode()).isEqualTo(226);
            assertThat(text(delta)).contains(id, "deleted-entry").doesNotContain("<entry>");

            article(4);
            awaitIn(app, "/feed.atom", "Title-04");
            assertThat(text(app.get("/feed.atom")))
                    .contains("<id>" + id + "</id>")
                    .doesNotContain("deleted-entry");
        }
    }

    @ParameterizedTest
    @CsvSource({"/feed.rss, prev-archive", "/feed.atom, prev-archive", "/feed.json, next_url"})
    void all_that_ever_was_can_be_had_in_pieces(String path, String link) throws Exception {
        try (TestApp app = serve(11)) {
            Pattern older = Pattern.compile("\"next_url\":\"http://feeds.test([^\"]*)\"|"
                    + "rel=\"prev-archive\"[^>]* href=\"http://feeds.test([^\"]*)\"|"
                    + "href=\"http://feeds.test([^\"]*)\" rel=\"prev-archive\"");
            String at = path;
            Set<String> all = new HashSet<>();
            int documents = 0;
            while (at != null) {
                HttpResponse<byte[]> answer = app.get(at);
                assertThat(answer.statusCode()).as(at).isEqualTo(200);
                assertThat(app.get(at, "If-None-Match", tag(answer)).statusCode())
                        .isEqualTo(304);
                all.addAll(titles(text(answer)));
                Matcher matcher = older.matcher(text(answer));
                documents++;
                at = matcher.find()
                        ? java.util.stream.Stream.of(matcher.group(1), matcher.group(2), matcher.group(3))
                                .filter(java.util.Objects::nonNull)
                                .findFirst()
                                .orElseThrow()
                        : null;
            }
            assertThat(documents).isEqualTo(3);
            assertThat(all).hasSize(11);

            byte[] full = app.get("/archive/1" + path).body();
            assertThat(path.endsWith(".json")
                            || new String(full, StandardCharsets.UTF_8).contains("href=\"../../assets/feed.css\""))
                    .isTrue();
            article(12);
            awaitIn(app, path, "Title-12");
            assertThat(app.get("/archive/1" + path).body()).isEqualTo(full);
            assertThat(app.get("/archive/4" + path).statusCode()).isEqualTo(404);
            assertThat(app.get("/archive/0" + path).statusCode()).isEqualTo(404);
            assertThat(app.get("/archive/soon" + path).statusCode()).isEqualTo(404);
            assertThat(app.get("/archive/1/nothing").statusCode()).isEqualTo(404);
            assertThat(app.get("/archive/1" + path + "?utm_source=x").body()).isEqualTo(full);
            assertThat(app.get(path + "?archive=0").statusCode()).isEqualTo(400);
            assertThat(app.get(path + "?archive=soon").statusCode()).isEqualTo(400);
            HttpResponse<byte[]> old = app.get(path + "?utm_source=x&archive=1");
            assertThat(old.statusCode()).isEqualTo(301);
            assertThat(old.headers().firstValue("Location")).hasValue("/archive/1" + path);
            assertThat(app.get("/feeds.opml?archive=soon").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void the_interval_is_the_same_wherever_it_is_said() throws Exception {
        article(1);
        Map<String, String> settings = Map.of("feeds.poll-interval", "30m");
        try (TestApp app = TestApp.start(folder, settings)) {
            HttpResponse<byte[]> rss = app.get("/feed.rss");
            assertThat(rss.headers().firstValue("Cache-Control"))
                    .hasValue("max-age=1800, s-maxage=60, stale-while-revalidate=60, stale-if-error=86400");
            String sy = "<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>";
            assertThat(text(rss)).contains("<ttl>30</ttl>", sy);
            assertThat(app.text("/feed.atom")).contains(sy);
        }
    }

    @Test
    void repeated_unconditional_requests_are_429() throws Exception {
        try (TestApp app = serve(1)) {
            String tag = tag(app.get("/feed.rss", "X-Forwarded-For", "203.0.113.9"));
            for (int i = 0; i < 4; i++) {
                assertThat(app.get("/feed.rss", "X-Forwarded-For", "203.0.113.9:4711" + i)
                                .statusCode())
                        .isEqualTo(200);
            }
            HttpResponse<byte[]> refused = app.get("/feed.rss", "X-Forwarded-For", "203.0.113.9");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                    .isBetween(3_500L, 3_600L);
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(refused.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(refused.body().length).isLessThan(250);
            assertThat(app.get("/feed.rss", "X-Forwarded-For", "203.0.113.9", "If-None-Match", tag)
                            .statusCode())
                    .isEqualTo(304);
            assertThat(app.get("/feed.rss", "X-Forwarded-For", "203.0.113.9", "If-None-Match", "\"old\"")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(app.send("HEAD", "/feed.rss", "X-Forwarded-For", "203.0.113.9")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(app.get("/feed.atom", "X-Forwarded-For", "203.0.113.9").statusCode())
                    .isEqualTo(200);
            for (int i = 0; i < 8; i++) {
                assertThat(app.get("/feed.rss").statusCode())
                        .as("from a proxy that names nobody")
                        .isEqualTo(200);
            }
            for (int i = 0; i < 8; i++) {
                assertThat(app.get("/").statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void a_category_that_was_renamed_sends_its_readers_on() throws Exception {
        try (TestApp app = serve(2)) {
            for (int day = 1; day <= 2; day++) {
                Path file = app.articles().resolve(day + ".md");
                Files.writeString(file, Files.readString(file).replace("Cat", "Kittens"));
            }
            awaitIn(app, "/categories/Kittens.rss", "Title-01");
            awaitIn(app, "/categories/Kittens.rss", "Title-02");
            HttpResponse<byte[]> moved = app.get("/categories/Cat.rss");
            assertThat(moved.statusCode()).isEqualTo(301);
            assertThat(moved.headers().firstValue("Location")).hasValue("/categories/Kittens.rss");
            Files.delete(app.articles().resolve("1.md"));
            Files.delete(app.articles().resolve("2.md"));
            Await.until(
                    "an empty category", () -> app.get("/categories/Kittens").statusCode() != 200);
            assertThat(app.get("/categories/Kittens.rss").statusCode()).isEqualTo(410);
            assertThat(app.get("/categories/Cat.rss").statusCode()).isEqualTo(410);
        }
    }
}
