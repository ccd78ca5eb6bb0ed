package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.Await;
import dev.feedmill.TestApp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links between pages where articles live here: each leads to a page, or is none. */
class PageLinksIT {
    private static final Pattern LINK = Pattern.compile("href=\"([^\"#]*)[^\"]*\">([^<]*)</a>");

    @TempDir
    Path folder;

    private TestApp app;

    @BeforeEach
    void start() throws Exception {
        TestApp.write(
                folder, "_config.yml", "title: Site\nurl: https://old.example\npermalink: :year/:month/:title/\n");
        TestApp.write(folder, "package.json", "{\"hexo\": {}, \"dependencies\": {\"hexo\": \"7\"}}");
        write("hills", "tags: [Far Away]\ncategories: [Walks, London]\nalias: /old/hills.html\n", "Hills.");
        write("secret", "draft: true\n", "Secret.");
        write("tour", "", """
                [site](/2024/05/hills/#top) [alias](/old/hills.html) [here](/articles/hills) [tag](/tags/far-away/)
                [category](/categories/Walks/London/) [feed](/categories/Walks.rss) [old feed](/atom.xml) [home](/)
                [beside](../hills/) [file](hills) [search](/search?q=x) [label page](/tags)
                [gift](/donate/) [issue](/issues/1794) [nothing](../nowhere/) [query](?page=2) [code](/demo.js)
                [other tag](/tags/none/) [hidden](/2024/05/secret/) [odd](/a%00b) [later](/2024/05/later/) end of links
                """);
        app = TestApp.start(folder, Map.of("site.home", "here"));
    }

    private void write(String name, String header, String body) throws Exception {
        TestApp.write(
                folder,
                "source/_posts/" + name + ".md",
                "---\ntitle: " + name + "\ndate: 2024-05-01\n" + header + "---\n" + body + "\n");
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void a_link_leads_to_a_page_or_is_none() throws Exception {
        String article = article();
        Matcher link = LINK.matcher(article);
        StringBuilder words = new StringBuilder();
        while (link.find()) {
            words.append(link.group(2)).append(',');
            int status =
                    app.get(link.group(1).replaceFirst("^https?://[^/]+", "")).statusCode();
            assertThat(status).as(link.group()).isIn(200, 301);
        }
        assertThat(words.toString())
                .isEqualTo("site,alias,here,tag,category,feed,old feed,home,beside,file,search,label page,");
        assertThat(article)
                .contains("gift", "issue", "nothing", "query", "code", "other tag", "hidden", "odd", "later");
    }

    @Test
    void a_link_to_nothing_is_reported_with_its_line() throws Exception {
        assertThat(app.text("/status.json"))
                .contains("\"line\":8,\"message\":\"there is no page '/donate/'\"")
                .contains("\"line\":8,\"message\":\"there is no page '/issues/1794'\"")
                .contains("there is no page '?page=2'")
                .doesNotContain("there is no page '/'", "there is no page '/2024/05/hills/");
    }

    @Test
    void a_link_comes_and_goes_with_its_page() throws Exception {
        write("later", "", "Later.");
        Await.until("what was put there", () -> article().contains(">later</a>"));
        Files.delete(app.articles().resolve("source/_posts/later.md"));
        Await.until("what was put there", () -> !article().contains(">later</a>"));
    }

    private String article() throws Exception {
        String json = app.text("/feed.json").replace("\\\"", "\"");
        return json.substring(json.indexOf(">site</a>") - 100, json.indexOf("end of links"));
    }
}
