package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.TestApp;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much of an article is taken is what the settings say. */
class ArticleLimitsIT {
    private static final String HEAD = "---\ntitle: One\ndate: 2024-01-01\n";

    @TempDir
    Path folder;

    @Test
    void sizes_of_pictures_addresses_and_depth_are_limited_by_settings() throws Exception {
        TestApp.write(
                folder,
                "a.md",
                HEAD + "link: https://a.example/" + "y".repeat(200) + "\n---\n\n> > > deep\n\n"
                        + "<img src='//b.example/1.png' srcset='//b.example/1.png 1x, //b.example/2.png 2x'>\n\n[long](https://a.example/"
                        + "x".repeat(200)
                        + ")\n");
        Map<String, String> settings =
                Map.of("html.max-candidates", "1", "html.max-url-length", "100", "html.max-markdown-depth", "2");
        try (TestApp app = TestApp.start(folder, settings)) {
            assertThat(app.text("/latest?fields=url,content_html"))
                    .contains("1.png 1x", "<p>long</p>", "&gt; deep")
                    .doesNotContain("2.png", "xxx", "yyy");
        }
        try (TestApp app = TestApp.start(folder, Map.of())) {
            assertThat(app.text("/latest?fields=url,content_html"))
                    .contains("1.png 1x", "2.png 2x", "xxx", "yyy")
                    .doesNotContain("&gt;");
        }
    }

    @Test
    void what_is_said_of_a_file_is_as_long_as_a_setting_says() throws Exception {
        TestApp.write(folder, "a.md", HEAD + "updated: " + "never ".repeat(200) + "\n---\n\nText.\n");
        String line = "'updated' must be ";
        try (TestApp app = TestApp.start(folder, Map.of("log.message-length", "100"))) {
            assertThat(message(app.text("/status.json"), line)).hasSize(100);
        }
        try (TestApp app = TestApp.start(folder, Map.of())) {
            assertThat(message(app.text("/status.json"), line)).hasSize(300);
        }
    }

    private static String message(String status, String begin) {
        int start = status.indexOf(begin);
        assertThat(start).as(status).isPositive();
        return status.substring(start, status.indexOf('"', start));
    }

    @Test
    void words_are_looked_for_in_as_much_of_an_article_as_a_setting_says() throws Exception {
        TestApp.write(folder, "a.md", HEAD + "---\n\nearly " + "filling ".repeat(30) + "late\n");
        try (TestApp app = TestApp.start(folder, Map.of("selections.searched-text", "200"))) {
            app.awaitWords();
            assertThat(app.text("/latest?q=early")).contains("One");
            assertThat(app.text("/latest?q=late")).doesNotContain("One");
        }
        try (TestApp app = TestApp.start(folder, Map.of())) {
            app.awaitWords();
            assertThat(app.text("/latest?q=late")).contains("One");
        }
    }
}
