package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.TestApp;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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
import org.junit.jupiter.params.provider.CsvSource;

/** What people find by words. */
class SearchIT {
    private static final Pattern LINK = Pattern.compile("<h3[^>]*><a [^>]*href=\"\\./articles/([^\"]+)\">");
    private static final Pattern NEXT = Pattern.compile("<a rel=\"next\" href=\"\\./([^\"]+)\"");

    @TempDir
    static Path folder;

    private static TestApp app;

    @BeforeAll
    static void start() throws Exception {
        for (int i = 0; i < 60; i++) {
            write(
                    "rain" + i + ".md",
                    "Day " + i,
                    "2024-01-01 00:%02d:00".formatted(i),
                    "It said rain " + "and more ".repeat(i));
        }
        write("storm.md", "Rain, rain", "2020-01-01", "Rain from the beginning: rain.");
        write("taipei.md", "臺北的天氣", "2023-01-01", "今天臺灣下雨。 " + "別的事。".repeat(100) + "颱風來了。");
        write("code.md", "Code <b>", "2023-01-02", "In code, `<script>alert(1)</script>` is text & more.");
        app = TestApp.start(folder, Map.of("feeds.items", "20"));
        app.awaitWords();
    }

    private static void write(String name, String title, String date, String text) throws Exception {
        TestApp.write(
                folder,
                name,
                "---\ntitle: '" + title + "'\ndate: " + date + "\ntags: [t]\ncategories: [A B]\n---\n\n" + text + "\n");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void what_says_it_best_comes_first_and_what_was_found_is_marked() throws Exception {
        String page = app.text("/search?q=rain");
        assertThat(links(page)).hasSize(20).startsWith("storm", "rain0", "rain1");
        assertThat(page)
                .contains(
                        "<mark>Rain</mark>, <mark>rain</mark>",
                        "It said <mark>rain</mark>",
                        "Best matches first",
                        "<span>61 articles</span>")
                .contains("/feed.rss?q=rain", "/feed.atom?q=rain", "/feed.json?q=rain");
        assertThat(app.text("/search?q=%22said+rain%22"))
                .contains("It <mark>said rain</mark>", "<span>60 articles</span>");
        String newest = app.text("/search?q=rain&sort=published");
        assertThat(links(newest)).hasSize(20).startsWith("rain59", "rain58");
        assertThat(newest).contains("Newest first", "href=\"./search?q=rain\"");
    }

    @ParameterizedTest
    @CsvSource({"q=rain", "q=rain&sort=published", "q=rain&sort=updated", "tag=t", "q=-rain0&has=image"})
    void all_that_is_found_is_on_one_page_or_another(String query) throws Exception {
        List<String> found = new ArrayList<>();
        String next = "/search?" + query;
        while (next != null) {
            String page = app.text(next);
            found.addAll(links(page));
            Matcher matcher = NEXT.matcher(page);
            next = matcher.find() ? "/" + matcher.group(1).replace("&amp;", "&") : null;
        }
        String latest = "/latest?limit=100&" + query.replace("&sort=published", "");
        String all = app.text(app.get(latest).headers().firstValue("Location").orElse(latest));
        assertThat(found).doesNotHaveDuplicates().hasSize(all.split("\"id\"", -1).length - 1);
    }

    @Test
    void chinese_is_found_in_either_script_and_shown_where_it_stands() throws Exception {
        assertThat(app.text("/search?q=%E5%8F%B0%E9%A3%8E")).contains("…", "<mark>颱風</mark>來了");
        assertThat(app.text("/search?q=%E5%8F%B0%E5%8C%97")).contains("<mark>臺北</mark>的天氣");
    }

    @Test
    void what_is_typed_and_what_is_written_stays_text() throws Exception {
        String page = app.text("/search?q=script+%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E");
        assertThat(page)
                .contains(
                        "value=\"script &#34;>&lt;script>alert(1)",
                        "&lt;<mark>script&gt;alert(1)&lt;/script</mark>&gt;")
                .doesNotContain("<script>", "<b>");
        HttpResponse<byte[]> none = app.get("/search?q=%3F%21");
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(new String(none.body(), StandardCharsets.UTF_8))
                .contains("“?!” has no word to search for", "id=\"words\"");
        HttpResponse<byte[]> never = app.get("/search?since=foo", "Accept", "text/html");
        assertThat(never.statusCode()).isEqualTo(400);
        assertThat(new String(never.body(), StandardCharsets.UTF_8))
                .contains("“foo” is not a date or a period such as 2024-05-01 or P1Y.", "id=\"words\"");
    }

    @Test
    void other_parameters_are_kept() throws Exception {
        String page = app.text("/search?q=rain&category=A+B&has=image&x=y");
        assertThat(page)
                .contains(
                        "<input type=\"hidden\" name=\"category\" value=\"A B\">",
                        "<input type=\"hidden\" name=\"has\" value=\"image\">",
                        "No articles found for “rain”.",
                        "Be told when something appears")
                .doesNotContain("name=\"x\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/search.rss?q=rain, /feed.rss?q=rain",
        "/search.json?q=rain, /feed.json?q=rain",
        "/?tag=t, /search?tag=t",
        "/categories/A-B?q=rain&x=y, /search?category=A-B&q=rain",
    })
    void pages_and_feeds_of_questions_have_one_address(String from, String to) throws Exception {
        HttpResponse<byte[]> answer = app.get(from);
        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(answer.headers().firstValue("Location")).hasValue(to);
    }

    @Test
    void feeds_name_their_page_and_unknown_names_are_not_found() throws Exception {
        assertThat(app.text("/tags/t.rss?q=rain")).containsPattern("<link>[^<]*/search\\?tag=t&amp;q=rain</link>");
        HttpResponse<byte[]> missing = app.get("/search?tag=nothing", "Accept", "text/html");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(new String(missing.body(), StandardCharsets.UTF_8)).contains("<h1>Page not found");
    }

    private static List<String> links(String page) {
        return LINK.matcher(page).results().map(match -> match.group(1)).toList();
    }
}
