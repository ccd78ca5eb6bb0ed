package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.Await;
import dev.feedmill.TestApp;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every question that one can ask of the articles has one address, in every format. */
class SelectionsIT {
    private static final Instant NOW = Instant.parse("2024-06-10T12:34:56Z");
    private static final Pattern ID = Pattern.compile("urn:uuid:[0-9a-f-]{36}");

    @TempDir
    static Path folder;

    private static TestApp app;

    @BeforeAll
    static void start() throws Exception {
        Random random = new Random(3);
        for (int i = 0; i < 120; i++) {
            TestApp.write(
                    folder,
                    i + ".md",
                    "---\ntitle: T" + i + "\ndate: 2024-0" + (1 + i % 6) + "-0" + (1 + i % 9) + "\nauthor: A"
                            + random.nextInt(3) + "\ncategories: [K" + random.nextInt(3) + ", L" + random.nextInt(2)
                            + "]\ntags: [t" + random.nextInt(4) + ", 南昌]\n"
                            + (i % 4 == 0 ? "lang: zh-CN\n" : "")
                            + (i % 3 == 0 ? "image: https://x.example/" + i + ".png\n" : "")
                            + "---\n\nText of " + i + ", in 軟體 and more. " + "Words. ".repeat(40)
                            + (i % 5 == 0 ? "Rain in 南昌天气預報。" : "")
                            + (i % 7 == 0 ? "No café here." : "") + "\n");
        }
        TestApp.write(folder, "gone.md", "---\ntitle: G\ndate: 2023-01-01\ntags: [left]\n---\n\nText.\n");
        app = TestApp.start(
                folder,
                Map.of("server.unconditional-gets", "0", "latest.max-limit", "1000"),
                Clock.fixed(NOW, ZoneOffset.UTC));
        app.awaitWords();
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void terms_of_one_kind_are_joined_and_those_of_different_kinds_meet() throws Exception {
        Set<String> first = ids("category=K0");
        Set<String> second = ids("category=K1");
        Set<String> author = ids("author=A1");
        Set<String> either = new LinkedHashSet<>(first);
        either.addAll(second);
        assertThat(ids("category=K0&category=K1")).containsExactlyInAnyOrderElementsOf(either);
        assertThat(ids("category=K0&author=A1")).containsExactlyInAnyOrderElementsOf(both(first, author));
        assertThat(ids("category=K0&category=K1&author=A1")).containsExactlyInAnyOrderElementsOf(both(either, author));
        Set<String> without = new LinkedHashSet<>(either);
        without.removeAll(author);
        assertThat(ids("category=K0&category=K1&not-author=A1")).containsExactlyInAnyOrderElementsOf(without);
        assertThat(first).isNotEmpty().doesNotContainAnyElementsOf(second);
    }

    @Test
    void a_feed_of_two_conditions_is_where_the_feeds_of_each_meet() throws Exception {
        List<String> conditions = List.of(
                "category=K1",
                "category=K1/L0",
                "author=A2",
                "tag=t1",
                "tag=%E5%8D%97%E6%98%8C",
                "not-category=K2",
                "not-tag=t3",
                "lang=zh",
                "lang=en",
                "has=image",
                "q=rain",
                "q=-caf%C3%A9",
                "title=T1*",
                "since=2024-03-04",
                "until=2024-05-05");
        for (int i = 0; i < conditions.size(); i++) {
            for (int j = i + 1; j < conditions.size(); j++) {
                String one = conditions.get(i);
                String other = conditions.get(j);
                if (!name(one).equals(name(other))) {
                    assertThat(ids(one + "&" + other))
                            .as("%s and %s", one, other)
                            .containsExactlyElementsOf(both(ids(one), ids(other)));
                }
            }
        }
    }

    @Test
    void whatever_the_order_there_is_one_address_with_one_tag() throws Exception {
        List<String> parts = List.of(
                "category=K1",
                "category=K0",
                "author=A1",
                "not-tag=t2",
                "tag=%e5%8d%97%e6%98%8c",
                "sort=updated",
                "limit=7",
                "q=Rain%20%E5%8D%97%E6%98%8C%20OR%20cafe",
                "content=summary",
                "since=P1W",
                "until=2024-05-01");
        Random random = new Random(5);
        Set<String> seen = new LinkedHashSet<>();
        for (int i = 0; i < 20; i++) {
            List<String> shuffled = new ArrayList<>(parts.subList(0, 2 + random.nextInt(parts.size() - 1)));
            if (i >= 10) {
                shuffled = new ArrayList<>(parts);
            }
            Collections.shuffle(shuffled, random);
            String canonical = canonical("/feed.atom?" + String.join("&", shuffled));
            assertThat(canonical(canonical)).isEqualTo(canonical);
            if (i >= 10) {
                HttpResponse<byte[]> answer = app.get(canonical);
                seen.add(canonical
                        + answer.headers().firstValue("ETag").orElseThrow()
                        + new String(answer.body(), StandardCharsets.UTF_8).hashCode());
            }
        }
        assertThat(seen).hasSize(1);
    }

    @Test
    void what_means_nothing_here_changes_nothing() throws Exception {
        HttpResponse<byte[]> plain = app.get("/feed.rss?author=A1&limit=5");
        HttpResponse<byte[]> odd = app.get("/feed.rss?_=1&author=A1&utm_source=x&limit=5&fields=id");
        assertThat(odd.statusCode()).isEqualTo(200);
        assertThat(odd.body()).isEqualTo(plain.body());
        assertThat(odd.headers().firstValue("ETag")).isEqualTo(plain.headers().firstValue("ETag"));
        String tag = plain.headers().firstValue("ETag").orElseThrow();
        assertThat(app.get("/feed.rss?author=A1&limit=5&x", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "limit=0         | 'limit' must be a number from 1 to 1000, not '0'",
                "limit=x         | 'limit' must be a number from 1 to 1000, not 'x'",
                "since=soon      | 'since' must be a date such as",
                "until=P         | 'until' must be a date such as",
                "has=video       | 'has' must be image, not 'video'",
                "sort=title      | 'sort' must be published or updated, not 'title'",
                "content=all     | 'content' must be full or none or summary, not 'all'",
                "lang=$          | 'lang' must be a language such as",
                "script=latin    | 'script' must be simplified or traditional",
                "opencc=x        | 'opencc' must be s2t or t2s",
                "q=%3F%21        | 'q' must be words to look for, at most 200 characters, not '?!'",
                "title=-         | 'title' must be words to look for",
                "brief=99        | 'brief' must be a number from 100",
                "mode=x          | 'mode' must be fulltext",
                "filter_time=-1  | 'filter_time' must be a number",
                "cursor=x        | 'cursor' must be one from an earlier response"
            })
    void what_cannot_be_is_refused_by_name(String query, String message) throws Exception {
        for (String path : List.of("/feed.rss", "/feed.json", "/categories/K1.atom", "/latest")) {
            HttpResponse<byte[]> answer = app.get(path + "?" + query.strip());
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains(message);
        }
    }

    @Test
    void a_name_that_is_not_known_is_not_found_and_too_many_are_refused() throws Exception {
        assertThat(app.get("/feed.rss?category=nothing").statusCode()).isEqualTo(404);
        assertThat(app.get("/feed.rss?not-tag=nothing").statusCode()).isEqualTo(404);
        String many = Stream.generate(() -> "tag=t1").limit(21).collect(Collectors.joining("&"));
        assertThat(app.get("/feed.rss?" + many).statusCode()).isEqualTo(400);
        HttpResponse<byte[]> languages = app.get("/feed.rss?" + many.replace("tag=t1", "lang=en"));
        assertThat(languages.statusCode()).isEqualTo(400);
        assertThat(new String(languages.body(), StandardCharsets.UTF_8)).contains("at most 20 languages");
    }

    @Test
    void a_name_without_articles_stays_in_the_address_of_several(@TempDir Path own) throws Exception {
        TestApp.write(own, "a.md", "---\ntitle: A\ndate: 2024-01-01\ntags: [a]\n---\n\nText.\n");
        TestApp.write(own, "b.md", "---\ntitle: B\ndate: 2024-01-01\ntags: [b]\n---\n\nText.\n");
        try (TestApp changing = TestApp.start(own, Map.of("articles.scan-interval", "1s"))) {
            java.nio.file.Files.delete(changing.articles().resolve("b.md"));
            Await.until(
                    "a tag without articles", () -> changing.get("/tags/b.rss").statusCode() == 410);
            HttpResponse<byte[]> gone =
                    changing.get("/feed.rss?tag=b&limit=3", "Accept", "text/html", "Sec-Fetch-Dest", "document");
            assertThat(gone.statusCode()).isEqualTo(410);
            assertThat(new String(gone.body(), StandardCharsets.UTF_8)).contains("“b” has no articles any more.");
            assertThat(changing.text("/feed.rss?tag=a&tag=b")).contains("<title>A</title>");
            assertThat(changing.text("/feed.rss?not-tag=b")).contains("<title>A</title>");
        }
    }

    @Test
    void words_are_found_however_they_are_written() throws Exception {
        assertThat(ids("q=rain")).hasSize(24).isEqualTo(ids("q=RAIN")).isEqualTo(ids("q=%E5%8D%97%E6%98%8C"));
        assertThat(ids("q=%E5%A4%A9%E6%B0%94%E9%A2%84%E6%8A%A5")).isEqualTo(ids("q=rain"));
        assertThat(ids("q=cafe")).hasSize(18).isEqualTo(ids("q=Caf%C3%A9")).isEqualTo(ids("q=%22no+cafe%22"));
        assertThat(ids("q=rain+cafe")).containsExactlyElementsOf(both(ids("q=rain"), ids("q=cafe")));
        Set<String> either = new LinkedHashSet<>(ids("q=rain"));
        either.addAll(ids("q=cafe"));
        assertThat(ids("q=rain+OR+cafe")).containsExactlyInAnyOrderElementsOf(either);
        Set<String> without = new LinkedHashSet<>(ids("q=rain"));
        without.removeAll(ids("q=cafe"));
        assertThat(ids("q=rain+-cafe")).containsExactlyElementsOf(without);
        assertThat(ids("title=T7")).hasSize(1);
        assertThat(ids("q=T7")).isEqualTo(ids("title=T7"));
        assertThat(ids("title=rain")).isEmpty();
        assertThat(canonical("/feed.rss?q=+rain%20%20x+&limit=3")).isEqualTo("/feed.rss?q=rain%20x&limit=3");
        assertThat(app.text("/feed.rss?q=rain")).contains("<title>Feedmill › Articles that mention “rain”</title>");
    }

    @Test
    void a_feed_may_have_a_name_of_its_own() throws Exception {
        assertThat(app.text("/feed.rss?tag=t1&name=My%20%26%20yours")).contains("<title>My &amp; yours</title>");
        assertThat(app.text("/feed.rss?name=All"))
                .contains("<title>All</title>")
                .contains("/feed.rss?name=All\"");
        assertThat(app.text("/feed.rss")).contains("<title>Feedmill</title>");
        assertThat(canonical("/feed.rss?name=%E2%80%AEa%0D%0A+b%07&tag=t1")).isEqualTo("/feed.rss?tag=t1&name=a%20b");
        assertThat(app.get("/feed.rss?name=" + "x".repeat(101)).statusCode()).isEqualTo(400);
    }

    @Test
    void what_is_typed_is_never_a_fault_of_the_server() throws Exception {
        Random random = new Random(11);
        String signs = "ab 南昌\"'()*-:^{}|&!<>\\%+~,.OR NEAR AND NOT title\u0000\uD83C\uDF55";
        for (int i = 0; i < 300; i++) {
            StringBuilder typed = new StringBuilder();
            random.ints(1 + random.nextInt(12), 0, signs.length()).forEach(c -> typed.append(signs.charAt(c)));
            String encoded = java.net.URLEncoder.encode(typed.toString(), StandardCharsets.UTF_8);
            String name = i % 2 == 0 ? "q" : "title";
            HttpResponse<byte[]> answer = app.get("/latest?fields=id&" + name + "=" + encoded);
            assertThat(answer.statusCode()).as(typed.toString()).isIn(200, 301, 400);
        }
    }

    @Test
    void what_takes_too_long_to_find_is_given_up(@TempDir Path own) throws Exception {
        List<String> said = IntStream.range(0, 100).mapToObj(i -> "w" + i).toList();
        for (int i = 0; i < 3_000; i++) {
            TestApp.write(
                    own,
                    i + ".md",
                    "---\ntitle: T" + i + "\ndate: 2024-01-01\n---\n\n" + String.join(" ", said) + "\n");
        }
        try (TestApp slow = TestApp.start(own, Map.of("selections.max-time", "1ms", "selections.max-text", "2000"))) {
            slow.awaitWords();
            // Every article is looked at for every word, since none is without them.
            HttpResponse<byte[]> answer = slow.get("/latest?q=-" + String.join("%20-", said));
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("takes too long");
            assertThat(slow.get("/latest?q=t7").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void the_addresses_of_terms_take_the_same_conditions() throws Exception {
        assertThat(idsOf("/categories/K1.json?author=A1&limit=1000"))
                .containsExactlyElementsOf(ids("category=K1&author=A1"));
        assertThat(idsOf("/authors/A1.rss?category=K1&limit=1000"))
                .containsExactlyElementsOf(ids("category=K1&author=A1"));
        assertThat(canonical("/categories/K1.rss?limit=3&author=A1")).isEqualTo("/categories/K1.rss?author=A1&limit=3");
        assertThat(app.text("/categories/K1.rss?author=A1"))
                .contains("/categories/K1.rss?author=A1\"", "<title>Feedmill › K1 › Articles by A1</title>");
    }

    @Test
    void every_format_and_latest_give_the_same_entries() throws Exception {
        String query = "?category=K0&not-tag=t2&has=image&limit=50";
        List<String> wanted = idsOf("/feed.json" + query);
        assertThat(wanted).isNotEmpty();
        assertThat(idsOf("/feed.rss" + query)).isEqualTo(wanted);
        assertThat(idsOf("/latest" + query)).isEqualTo(wanted);
        // The first id of an Atom feed is its own.
        List<String> atom = idsOf("/feed.atom" + query);
        assertThat(atom.subList(1, atom.size())).isEqualTo(wanted);
    }

    @Test
    void all_of_a_selection_is_found_by_its_links() throws Exception {
        List<String> found = new ArrayList<>();
        String next = "/feed.json?author=A1&limit=7";
        while (next != null) {
            String text = app.text(next);
            found.addAll(ID.matcher(text).results().map(match -> match.group()).toList());
            String url = text.replaceFirst("(?s).*?\"next_url\":\"http://localhost:\\d+([^\"]*)\".*", "$1");
            next = url.equals(text) ? null : url;
        }
        assertThat(found).containsExactlyElementsOf(ids("author=A1"));
        assertThat(app.text("/feed.rss?author=A1&limit=7")).contains("rel=\"next\"", "cursor=");
        assertThat(app.text("/feed.rss?author=A1&limit=1000"))
                .doesNotContain("rel=\"next\"")
                .contains("fh:complete/");
    }

    @Test
    void an_age_counts_from_now_and_the_tag_stays_while_nothing_leaves() throws Exception {
        // From the hour that began last, seven days back: June 3rd, 12:00.
        assertThat(app.text("/latest?since=P7D&limit=1000&fields=date_published"))
                .contains("2024-06-06T00:00:00Z", "2024-06-09T00:00:00Z")
                .doesNotContain("2024-06-03", "2024-05");
        assertThat(canonical("/feed.rss?since=P1W")).isEqualTo("/feed.rss?since=P7D");
        assertThat(canonical("/feed.rss?since=pt168h")).isEqualTo("/feed.rss?since=P7D");
        assertThat(app.text("/latest?filter_time=604800&limit=1000&fields=date_published"))
                .isEqualTo(app.text("/latest?since=P7D&limit=1000&fields=date_published"));
        // What left last was published on June 3rd, 00:00, and was seven days old on the 10th.
        assertThat(app.text("/feed.rss?since=P7D"))
                .contains("<lastBuildDate>Mon, 10 Jun 2024 00:00:00 GMT</lastBuildDate>");
    }

    @Test
    void each_entry_has_as_much_content_as_requested() throws Exception {
        assertThat(app.text("/feed.rss?tag=t1&limit=2")).contains("<content:encoded>", "<description>");
        assertThat(app.text("/feed.rss?tag=t1&content=summary&limit=2"))
                .contains("<description>")
                .doesNotContain("<content:encoded>");
        assertThat(app.text("/feed.rss?tag=t1&content=none&limit=2")).doesNotContain("<content:encoded>", "Words.");
        assertThat(app.text("/feed.json?tag=t1&content=none&limit=2")).contains("\"content_text\":\"\"");
        String brief = app.text("/latest?tag=t1&brief=100&limit=1&fields=summary");
        assertThat(brief).contains("Text of ").hasSizeBetween(120, 200);
        assertThat(app.text("/feed.rss?tag=t1&script=simplified&limit=1"))
                .contains("软体")
                .doesNotContain("軟體");
        assertThat(canonical("/feed.rss?opencc=t2s&mode=fulltext&content=full"))
                .isEqualTo("/feed.rss?script=simplified");
    }

    @Test
    void patterns_are_looked_for_in_so_many_articles_and_the_next_page_goes_on(@TempDir Path own) throws Exception {
        for (int i = 0; i < 30; i++) {
            TestApp.write(
                    own, i + ".md", "---\ntitle: T" + i + "\ndate: 2024-01-01 00:00:" + (10 + i) + "\n---\n\nText.\n");
        }
        try (TestApp few = TestApp.start(own, Map.of("selections.filter-depth", "10"))) {
            List<String> titles = new ArrayList<>();
            String cursor = "";
            do {
                String text = few.text("/latest?filter_title=T.*1&limit=2&fields=title" + cursor);
                Pattern.compile("T\\d+").matcher(text).results().forEach(match -> titles.add(match.group()));
                cursor = text.contains("\"next\":null")
                        ? ""
                        : "&cursor=" + text.replaceFirst(".*\"next\":\"([^\"]*)\".*", "$1");
            } while (!cursor.isEmpty());
            assertThat(titles)
                    .containsExactly("T21", "T19", "T18", "T17", "T16", "T15", "T14", "T13", "T12", "T11", "T10", "T1");
        }
        assertThat(app.text("/feed.rss?filter=T11%7CT7&filterout=T117"))
                .contains("<title>T11</title>")
                .doesNotContain("<title>T117</title>");
        assertThat(canonical("/feed.rss?limit=3&filter=T1%7CT2")).isEqualTo("/feed.rss?filter=T1%7CT2&limit=3");
        assertThat(app.get("/feed.rss?filter=(").statusCode()).isEqualTo(400);
    }

    private static String name(String condition) {
        return condition.substring(0, condition.indexOf('='));
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> both = new LinkedHashSet<>(one);
        both.retainAll(other);
        return both;
    }

    /** Where an address leads, each step a permanent redirect. */
    private static String canonical(String address) throws Exception {
        String at = address;
        for (int i = 0; i < 3; i++) {
            HttpResponse<byte[]> answer = app.get(at);
            if (answer.statusCode() != 301) {
                assertThat(answer.statusCode()).as(at).isEqualTo(200);
                return at;
            }
            at = answer.headers().firstValue("Location").orElseThrow();
        }
        throw new AssertionError(address + " is redirected again and again");
    }

    /** The ids of all that a query of /feed.json gives, in its order. */
    private static Set<String> ids(String query) throws Exception {
        return new LinkedHashSet<>(idsOf("/feed.json?" + query + "&limit=1000"));
    }

    private static List<String> idsOf(String address) throws Exception {
        String text = app.text(canonical(address));
        return ID.matcher(text).results().map(match -> match.group()).toList();
    }
}
