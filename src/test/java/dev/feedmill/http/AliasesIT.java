package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.Await;
import dev.feedmill.TestApp;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The addresses that an article had before lead to it. */
class AliasesIT {
    @TempDir
    static Path folder;

    private static TestApp app;

    @BeforeAll
    static void start() throws Exception {
        article("hill.md", "date: 2024-03-14\naliases: [/old/hill/, /2019/berg.html, 'https://else.example/x']");
        article("lake.md", "date: 2024-03-15\nredirect_from: /ancient/lake");
        article("sea.md", "date: 2024-03-16\nalias:\n  - /旧/海/\n  - /with a blank");
        article("away.md", "date: 2024-03-17\nlink: https://blog.example/away/?a=1\nredirects: /gone-away");
        article("draft.md", "date: 2024-03-18\ndraft: true\naliases: /secret/");
        article("later.md", "date: 2999-01-01\naliases: /later/");
        article("greedy.md", "date: 2024-03-19\naliases: [/, /feed.rss, /latest, /health/live, /articles/hill, /tags]");
        article("first.md", "date: 2020-01-01\naliases: /both/");
        article("second.md", "date: 2021-01-01\naliases: /both");
        app = TestApp.start(folder, null, Map.of(), Clock.systemUTC());
    }

    private static void article(String name, String header) throws Exception {
        TestApp.write(folder, name, "---\ntitle: " + name + "\n" + header + "\n---\n\nText.\n");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest(name = "{0} leads to {1}")
    @CsvSource({
        "/old/hill/, /articles/hill",
        "/old/hill, /articles/hill",
        "/old/hill/index.html, /articles/hill",
        "/old/h%69ll/, /articles/hill",
        "/2019/berg.html, /articles/hill",
        "/ancient/lake/, /articles/lake",
        "/%E6%97%A7/%E6%B5%B7, /articles/sea",
        "/with%20a%20blank, /articles/sea",
        "/old/hill/?utm=x&y, /articles/hill?utm=x&y",
        "/gone-away/, https://blog.example/away/?a=1",
        "/gone-away?b=2, https://blog.example/away/?a=1",
        "/both/, /articles/second"
    })
    void an_earlier_address_leads_to_the_article(String path, String to) throws Exception {
        for (String method : List.of("GET", "HEAD")) {
            HttpResponse<byte[]> answer = app.send(method, path);
            assertThat(answer.statusCode()).as(method).isEqualTo(301);
            assertThat(answer.headers().firstValue("Location")).as(method).hasValue(to);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/secret/", "/later/", "/x", "/old", "/OLD/HILL", "/old/hill/more"})
    void other_addresses_lead_nowhere(String path) throws Exception {
        assertThat(app.get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/feed.rss", "/latest", "/health/live", "/articles/hill", "/tags"})
    void what_the_server_has_itself_stays(String path) throws Exception {
        assertThat(app.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void only_asking_is_answered() throws Exception {
        assertThat(app.send("POST", "/old/hill/").statusCode()).isEqualTo(404);
    }

    @Test
    void shared_and_impossible_addresses_are_reported_to_the_operator() throws Exception {
        assertThat(app.text("/status.json"))
                .contains("an alias must be the article's own; '/both' leads to second.md, which is newer")
                .contains("'aliases' must hold paths of the website, not 'https://else.example/x'");
    }

    @Test
    void an_article_may_be_given_an_address_and_lose_it_again(@TempDir Path other) throws Exception {
        TestApp.write(other, "a.md", "---\ntitle: A\ndate: 2024-01-01\naliases: /one\n---\n\nText.\n");
        try (TestApp second = TestApp.start(other, Map.of())) {
            TestApp.write(other, "a.md", "---\ntitle: A\ndate: 2024-01-01\naliases: /two\n---\n\nText.\n");
            await(second, "/two", 301);
            assertThat(second.get("/one").statusCode()).isEqualTo(404);
            Files.delete(second.articles().resolve("a.md"));
            await(second, "/two", 410);
        }
        try (TestApp third = TestApp.start(other, Map.of())) {
            assertThat(third.get("/two").statusCode()).isEqualTo(410);
        }
    }

    private static void await(TestApp app, String path, int status) throws Exception {
        Await.until(path + " is " + status, () -> app.get(path).statusCode() == status);
    }

    @Test
    void an_article_whose_own_address_leads_to_this_server_is_shown(@TempDir Path other) throws Exception {
        TestApp.write(
                other,
                "a.md",
                "---\ntitle: A\ndate: 2024-01-01\npermalink: /2024/a/\naliases: /2024/a/\n---\n\nText.\n");
        String here = "https://feeds.example";
        try (TestApp same = TestApp.start(other, Map.of("site.home", here, "server.base-url", here))) {
            assertThat(same.get("/2024/a/").headers().firstValue("Location")).hasValue("/articles/a");
        }
    }
}
