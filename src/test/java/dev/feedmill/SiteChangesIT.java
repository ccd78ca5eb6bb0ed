package dev.feedmill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Configurations of sites that change under a running server. */
class SiteChangesIT {
    @TempDir
    Path folder;

    private static void await(TestApp app, String path, String text, boolean there) throws Exception {
        Await.until(text, () -> app.text(path).contains(text) == there);
    }

    @Test
    void a_changed_configuration_applies_without_a_restart() throws Exception {
        TestApp.write(folder, "_config.yml", "title: Plums\nurl: https://old.example\n");
        TestApp.write(folder, "Gemfile", "gem 'jekyll'\n");
        TestApp.write(folder, "_posts/2024-01-01-one.md", "---\ntitle: One\n---\nText\n");
        TestApp.write(folder, "_posts/2024-01-02-two.md", "---\ntitle: Two\n---\nText\n");
        TestApp.write(folder, "_notes/a.md", "---\ntitle: Note\ndate: 2024-01-03\n---\nText\n");
        try (TestApp app = TestApp.start(folder, Map.of())) {
            assertThat(app.text("/feed.json")).contains("https://old.example/2024/01/01/one.html");
            assertThat(app.text("/feed.json")).doesNotContain("Note");

            TestApp.write(folder, "_config.yml", """
                    title: Plums
                    url: https://new.example
                    collections: {notes: {output: true}}
                    defaults:
                      - scope: {path: "_posts/2024-01-02-two.md"}
                        values: {published: false}
                    """);
            await(app, "/feed.json", "https://new.example/2024/01/01/one.html", true);
            await(app, "/feed.json", "Two", false);
            await(app, "/feed.json", "https://new.example/notes/a.html", true);

            TestApp.write(folder, "_config.yml", "title: [half of an edit\n");
            TestApp.write(folder, "_posts/2024-01-04-four.md", "---\ntitle: Four\n---\nText\n");
            await(app, "/feed.json", "https://new.example/2024/01/04/four.html", true);
            assertThat(app.text("/feed.json")).doesNotContain("Two");

            TestApp.write(folder, "_config.yml", "title: Plums\nurl: https://new.example\n");
            await(app, "/feed.json", "Two", true);
            await(app, "/feed.json", "Note", false);
        }
    }

    /** Waits for a text; another must not appear until then. */
    private static void awaitWithout(TestApp app, String text, String never) throws Exception {
        Await.until(text, () -> {
            String feed = app.text("/feed.json");
            assertThat(feed).doesNotContain(never);
            return feed.contains(text);
        });
    }

    @Test
    void an_article_waits_for_the_configuration_that_comes_with_it() throws Exception {
        TestApp.write(folder, "hugo.yaml", "baseURL: https://h.example/\n");
        TestApp.write(folder, "content/a.md", "---\ntitle: First\ndate: 2024-01-01\n---\nText\n");
        try (TestApp app = TestApp.start(folder, Map.of("articles.settle-time", "500ms"))) {
            // In the order of their names, as a pull has it.
            TestApp.write(folder, "content/b.md", "---\ntitle: Open\ndate: 2024-01-01\n---\nText\n");
            TestApp.write(folder, "content/s/c.md", "---\ntitle: Secret\ndate: 2024-01-01\n---\nText\n");
            TestApp.write(
                    folder,
                    "hugo.yaml",
                    "baseURL: https://h.example/\ncascade: [{_target: {path: '/s/**'}, draft: true}]\n");
            awaitWithout(app, "Open", "Secret");
        }
    }

    @Test
    void it_waits_for_one_above_the_articles_too() throws Exception {
        Files.writeString(folder.resolve("hugo.yaml"), "contentDir: articles\n");
        TestApp.write(folder, "a.md", "---\ntitle: First\ndate: 2024-01-01\n---\nText\n");
        try (TestApp app = TestApp.start(folder, Map.of("articles.settle-time", "300ms"))) {
            assertThat(app.text("/feed.json")).contains("First");
            Files.writeString(
                    folder.resolve("hugo.yaml"),
                    "contentDir: articles\ncascade: [{_target: {path: '/s/**'}, draft: true}]\n");
            TestApp.write(folder, "b.md", "---\ntitle: Open\ndate: 2024-01-01\n---\nText\n");
            TestApp.write(folder, "s/c.md", "---\ntitle: Secret\ndate: 2024-01-01\n---\nText\n");
            awaitWithout(app, "Open", "Secret");
        }
    }

    @Test
    void articles_are_published_though_a_configuration_is_written_all_the_time() throws Exception {
        TestApp.write(folder, "hugo.yaml", "baseURL: https://h.example/\n");
        TestApp.write(folder, "content/a.md", "---\ntitle: First\ndate: 2024-01-01\n---\nText\n");
        try (TestApp app = TestApp.start(folder, Map.of())) {
            AtomicBoolean done = new AtomicBoolean();
            Thread writer = new Thread(() -> {
                for (int i = 0; !done.get(); i++) {
                    try {
                        TestApp.write(folder, "hugo.yaml", "baseURL: https://h.example/\ntitle: 'T " + i + "'\n");
                        Thread.sleep(10);
                    } catch (IOException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }
            });
            writer.start();
            try {
                TestApp.write(folder, "content/b.md", "---\ntitle: Second\ndate: 2024-01-01\n---\nText\n");
                await(app, "/feed.json", "Second", true);
                TestApp.write(folder, "content/a.md", "---\ntitle: Edited\ndate: 2024-01-01\n---\nText\n");
                await(app, "/feed.json", "Edited", true);
            } finally {
                done.set(true);
                writer.join();
            }
        }
    }

    private static void addTag(TestApp app, List<String> tags) throws Exception {
        String tag = app.get("/feed.rss").headers().firstValue("ETag").orElseThrow();
        if (tags.isEmpty() || !tags.get(tags.size() - 1).equals(tag)) {
            tags.add(tag);
        }
    }

    @Test
    void settings_of_the_whole_site_apply_at_once_to_feeds_and_pages() throws Exception {
        TestApp.write(folder, "_config.yml", "title: Plums\nurl: https://old.example\nlang: en\n");
        TestApp.write(folder, "Gemfile", "gem 'jekyll'\n");
        TestApp.write(folder, "_posts/2024-01-01-one.md", "---\ntitle: One\n---\nText\n");
        try (TestApp app = TestApp.start(folder, Map.of("site.description", "Chosen"))) {
            assertThat(app.text("/feed.rss")).contains("<title>Plums</title>", "<link>https://old.example/</link>");
            List<String> tags = new ArrayList<>();
            addTag(app, tags);
            TestApp.write(
                    folder,
                    "_config.yml",
                    "title: Pears\ndescription: Other\nurl: https://new.example\nlang: fr\nauthor: Bea\n");
            Await.until("the other title", () -> {
                addTag(app, tags);
                return app.text("/feed.rss").contains("<title>Pears</title>");
            });
            for (int i = 0; i < 5; i++) {
                addTag(app, tags);
            }
            assertThat(tags).doesNotHaveDuplicates();
            assertThat(app.text("/feed.rss"))
                    .contains("<link>https://new.example/</link>", "https://new.example/2024/01/01/one.html", "Chosen")
                    .doesNotContain("Plums", "old.example", "Other");
            assertThat(app.text("/feed.atom"))
                    .contains("Pears", "<name>Bea</name>")
                    .doesNotContain("Plums");
            assertThat(app.text("/feed.json")).contains("Pears", "\"fr\"").doesNotContain("Plums");
            assertThat(app.text("/")).contains("Pears", "lang=\"fr\"").doesNotContain("Plums");
            assertThat(app.text("/feeds.opml")).contains("Pears").doesNotContain("Plums");
        }
    }

    @Test
    void data_files_beside_the_articles_apply_too() throws Exception {
        TestApp.write(folder, "hugo.toml", "baseURL = 'https://h.example/'\n");
        TestApp.write(folder, "content/posts/one.md", "---\ntitle: One\ndate: 2024-01-01\n---\nText\n");
        try (TestApp app = TestApp.start(folder, Map.of())) {
            assertThat(app.text("/feed.json")).contains("One");

            TestApp.write(folder, "content/posts/_index.md", "---\ncascade: {draft: true}\n---\n");
            await(app, "/feed.json", "One", false);

            Files.delete(app.articles().resolve("content/posts/_index.md"));
            await(app, "/feed.json", "One", true);
        }
    }

    @Test
    void a_new_or_removed_index_decides_at_once_what_its_neighbours_are() throws Exception {
        TestApp.write(folder, "hugo.toml", "baseURL = 'https://h.example/'\n");
        TestApp.write(folder, "content/posts/walk/one.md", "---\ntitle: One\ndate: 2024-01-01\n---\nText\n");
        try (TestApp app = TestApp.start(folder, Map.of("articles.scan-interval", "1h"))) {
            assertThat(app.text("/feed.json")).contains("One");

            TestApp.write(folder, "content/posts/walk/index.md", "---\ntitle: Walk\ndate: 2024-01-02\n---\nText\n");
            await(app, "/feed.json", "\"Walk\"", true);
            await(app, "/feed.json", "One", false);

            Files.delete(app.articles().resolve("content/posts/walk/index.md"));
            await(app, "/feed.json", "One", true);
            await(app, "/feed.json", "\"Walk\"", false);
        }
    }

    @Test
    void a_change_of_an_included_file_changes_the_article() throws Exception {
        TestApp.write(folder, ".vitepress/config.mts", "export default {}\n");
        TestApp.write(
                folder,
                "posts/one.md",
                "---\ntitle: One\ndate: 2024-01-01\n---\n<!-- @include: ../parts/a.md -->\n\n<<< ../parts/b.js\n");
        TestApp.write(folder, "parts/b.js", "before()\n");
        try (TestApp app =
                TestApp.start(folder, Map.of("articles.scan-interval", "1h", "articles.exclude", "parts/"))) {
            assertThat(app.text("/feed.json")).contains("before()");

            TestApp.write(folder, "parts/b.js", "behind()\n");
            await(app, "/feed.json", "behind()", true);

            TestApp.write(folder, "parts/a.md", "Now there.\n");
            await(app, "/feed.json", "Now there.", true);
        }
    }

    @Test
    void an_unreadable_configuration_is_a_problem_of_the_status_until_it_is_fixed() throws Exception {
        TestApp.write(folder, "hugo.yaml", "baseURL: https://h.example/\n");
        TestApp.write(folder, "content/one.md", "---\ntitle: One\ndate: 2024-01-01\n---\nText\n");
        try (TestApp app = TestApp.start(folder, Map.of("articles.scan-interval", "1h"))) {
            assertThat(app.text("/status.json")).doesNotContain("hugo.yaml");

            TestApp.write(folder, "hugo.yaml", "baseURL: [half of an edit\n");
            await(app, "/status.json", "hugo.yaml", true);
            assertThat(app.text("/status"))
                    .contains("hugo.yaml", "what the file said before counts until it is mended");

            TestApp.write(folder, "hugo.yaml", "baseURL: https://h.example/x/\n");
            await(app, "/status.json", "hugo.yaml", false);
        }
    }

    @Test
    void a_folder_that_is_moved_in_is_read_with_its_configuration() throws Exception {
        TestApp.write(folder, "hugo.toml", "baseURL = 'https://h.example/'\n");
        TestApp.write(folder, "content/posts/one.md", "---\ntitle: One\ndate: 2024-01-01\n---\nText\n");
        try (TestApp app = TestApp.start(folder, Map.of("articles.scan-interval", "1h"))) {
            Path outside = Files.createDirectories(app.articles().resolveSibling("outside/notes"));
            Files.writeString(outside.resolve("_index.md"), "\n\n---\nCascade: {tags: [cascaded]}\n---\n");
            Files.writeString(outside.resolve("two.md"), "---\ntitle: Two\ndate: 2024-01-02\n---\nText\n");
            Files.move(outside, app.articles().resolve("content/notes"));
            await(app, "/feed.json", "cascaded", true);
        }
    }

    @Test
    void what_a_configuration_held_back_stays_so_while_it_is_too_large_to_be_read() throws Exception {
        TestApp.write(folder, "hugo.toml", "baseURL = 'https://h.example/'\n");
        TestApp.write(folder, "content/open.md", "---\ntitle: Open\ndate: 2024-01-01\n---\nText\n");
        TestApp.write(folder, "content/posts/_index.md", "---\ncascade: {draft: true}\n---\n");
        TestApp.write(folder, "content/posts/one.md", "---\ntitle: One\ndate: 2024-01-01\n---\nText\n");
        try (TestApp app = TestApp.start(folder, Map.of())) {
            TestApp.write(
                    folder, "content/posts/_index.md", "---\ncascade: {draft: true}\n---\n" + "x ".repeat(1 << 20));
            TestApp.write(folder, "content/posts/two.md", "---\ntitle: Two\ndate: 2024-01-01\n---\nText\n");
            TestApp.write(folder, "content/later.md", "---\ntitle: Later\ndate: 2024-01-01\n---\nText\n");
            await(app, "/feed.json", "Later", true);
            assertThat(app.text("/feed.json")).doesNotContain("One").doesNotContain("Two");
        }
    }
}
