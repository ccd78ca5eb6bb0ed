package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.TestApp;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people see. */
class PagesIT {
    @TempDir
    static Path folder;

    private static TestApp app;

    @BeforeAll
    static void start() throws Exception {
        app = Seeded.start(folder);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void pages_run_nothing_but_their_own_script_and_name_their_feeds() throws Exception {
        HttpResponse<byte[]> page = app.get("/categories/Plain");
        String html = new String(page.body(), StandardCharsets.UTF_8);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self'; ")
                .contains("frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(html)
                .doesNotContain("<style", " style=")
                .containsPattern("<script src=\"\\.\\./assets/site\\.js\\?v=[0-9a-f]+\" defer>");
        assertThat(html.indexOf("/categories/Plain.rss")).isPositive().isLessThan(html.indexOf("/feed.rss"));
        assertThat(app.text("/articles/first")).contains("<em>there</em>", "Ann O’Neil");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/categories/Plain",
                "/categories/%E9%87%91%E8%9E%8D/%E6%96%B0%E6%B5%AA%E8%B4%A2%E7%BB%8F%EF%BC%8D%E5%9C%8B%E5%85%A7",
                "/articles/first",
                "/tags/data-json"
            })
    void every_link_of_a_page_leads_somewhere_without_a_detour(String path) throws Exception {
        Matcher links = Pattern.compile("href=\"([^\"]*)\"").matcher(app.text(path));
        int seen = 0;
        while (links.find()) {
            URI link = URI.create("http://127.0.0.1" + path).resolve(links.group(1));
            if (!link.getScheme().equals("http")) {
                continue;
            }
            String query = link.getRawQuery() == null ? "" : "?" + link.getRawQuery();
            assertThat(app.get(link.getRawPath() + query).statusCode())
                    .as(link.toString())
                    .isEqualTo(200);
            seen++;
        }
        assertThat(seen).isGreaterThan(8);
    }
}
