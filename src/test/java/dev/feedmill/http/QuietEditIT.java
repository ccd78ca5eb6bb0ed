package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.Await;
import dev.feedmill.TestApp;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An author who edits and leaves every date as it was. */
class QuietEditIT {
    @TempDir
    Path folder;

    private void write(String body) throws Exception {
        TestApp.write(
                folder,
                "old.md",
                "---\ntitle: Old\ndate: 2020-01-01\nupdated: 2020-01-02\ntags: [t]\n---\n\n" + body + "\n");
    }

    @Test
    void a_reader_that_knows_only_dates_sees_the_edit() throws Exception {
        write("Before.");
        TestApp.write(folder, "new.md", "---\ntitle: New\ndate: 2024-01-01\ncategories: c\n---\n\nText.\n");
        try (TestApp app = TestApp.start(folder, Map.of("feeds.items", "1"))) {
            String article = modified(app, "/articles/old");
            String tag = modified(app, "/tags/t");
            assertThat(app.get("/articles/old", "If-Modified-Since", article).statusCode())
                    .isEqualTo(304);

            write("After.");
            Await.until("the edit", () -> app.text("/articles/old").contains("After."));

            assertThat(app.get("/articles/old", "If-Modified-Since", article).statusCode())
                    .isEqualTo(200);
            assertThat(app.get("/tags/t", "If-Modified-Since", tag).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_list_of_feeds_is_new_when_one_is_added_that_the_newest_articles_do_not_show() throws Exception {
        TestApp.write(folder, "new.md", "---\ntitle: New\ndate: 2024-01-01\n---\n\nText.\n");
        try (TestApp app = TestApp.start(folder, Map.of("feeds.items", "1"))) {
            String home = modified(app, "/");
            String opml = modified(app, "/feeds.opml");

            write("Text.");
            Await.until("another feed", () -> app.text("/feeds.opml").contains("/tags/t.rss"));

            assertThat(app.get("/", "If-Modified-Since", home).statusCode()).isEqualTo(200);
            assertThat(app.get("/feeds.opml", "If-Modified-Since", opml).statusCode())
                    .isEqualTo(200);
        }
    }

    private static String modified(TestApp app, String path) throws Exception {
        return app.get(path).headers().firstValue("Last-Modified").orElseThrow();
    }
}
