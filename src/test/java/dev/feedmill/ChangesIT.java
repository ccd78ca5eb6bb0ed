package dev.feedmill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that changes under a running server. */
class ChangesIT {
    @TempDir
    Path folder;

    private static void awaitIn(TestApp app, String path, String text) throws Exception {
        Await.until(text, () -> app.text(path).contains(text));
    }

    @Test
    void what_is_written_edited_moved_and_deleted_is_seen_and_ids_stay() throws Exception {
        TestApp.write(folder, "a.md", "---\ntitle: One\ndate: 2024-01-01\ncategories: X\n---\n\nText.\n");
        try (TestApp app = TestApp.start(folder, Map.of())) {
            String before = app.text("/latest?fields=id");
            String tag = app.get("/feed.rss").headers().firstValue("ETag").orElseThrow();

            TestApp.write(
                    folder, "a.md", "---\ntitle: One, edited\ndate: 2024-01-01\ncategories: X\n---\n\nOther text.\n");
            awaitIn(app, "/feed.rss", "One, edited");
            assertThat(app.text("/latest?fields=id")).isEqualTo(before);
            assertThat(app.get("/feed.rss", "If-None-Match", tag).statusCode()).isEqualTo(200);
            assertThat(app.text("/feed.rss"))
                    .contains("<pubDate>Mon, 01 Jan 2024 00:00:00 GMT</pubDate>", "<atom:updated>");

            Files.createDirectories(app.articles().resolve("sub"));
            Files.move(app.articles().resolve("a.md"), app.articles().resolve("sub/b.md"));
            TestApp.write(folder, "new.md", "---\ntitle: Two\ndate: 2024-02-01\ncategories: Y\n---\n\nText.\n");
            awaitIn(app, "/feed.rss", "Two");
            awaitIn(app, "/status.json", "\"files\":2");
            assertThat(app.text("/latest?fields=id")).contains(before.replaceAll(".*\"id\":\"([^\"]*)\".*", "$1"));

            Files.delete(app.articles().resolve("new.md"));
            awaitIn(app, "/status.json", "\"files\":1");
            Await.until("no article 'Two'", () -> !app.text("/feed.rss").contains("Two"));
            assertThat(app.get("/articles/new").statusCode()).isEqualTo(410);
            assertThat(app.get("/categories/Y.rss").statusCode()).isEqualTo(410);
        }
    }

    @Test
    void a_restart_sends_the_same_bytes() throws Exception {
        TestApp.write(folder, "a.md", "---\ntitle: One\ndate: 2024-01-01\ntags: [t]\n---\n\n![](/p.png) text\n");
        TestApp.write(folder, "p.png", "a picture");
        TestApp.write(folder, "b.html", "---\ntitle: Undated\n---\n<p>Text</p>\n");
        Map<String, String> fixed = Map.of("server.base-url", "https://feeds.example");
        List<String> paths = List.of("/feed.rss", "/feed.atom", "/feed.json", "/feeds.opml", "/latest", "/tags/t.rss");
        StringBuilder first = new StringBuilder();
        try (TestApp app = TestApp.start(folder, fixed)) {
            for (String path : paths) {
                first.append(app.text(path));
            }
        }
        StringBuilder second = new StringBuilder();
        try (TestApp app = TestApp.start(folder, fixed)) {
            for (String path : paths) {
                second.append(app.text(path));
            }
        }
        assertThat(second.toString()).isEqualTo(first.toString()).contains("https://feeds.example/files/p.png");
    }
}
