package dev.feedmill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.library.Databases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Configurations of sites that are not valid when the server starts. */
class SiteStartIT {
    private static final String INVALID = "title: [half\n= of {an edit\n";

    @TempDir
    Path folder;

    private static void await(TestApp app, String text, boolean there) throws Exception {
        Await.until(text, () -> app.text("/feed.json").contains(text) == there);
    }

    private void article(String path, String title) throws Exception {
        TestApp.write(folder, path, "---\ntitle: " + title + "\ndate: 2024-01-02\n---\nText\n");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void the_last_valid_text_applies_over_restarts(Databases database) throws Exception {
        Map<String, String> settings = Map.of("library.data", database.fresh());
        TestApp.write(folder, "hugo.yaml", """
                baseURL: https://h.example/
                cascade: [{_target: {path: '/secret/**'}, draft: true}]
                """);
        article("content/open/a.md", "Open one");
        article("content/secret/a.md", "Secret one");
        try (TestApp app = TestApp.start(folder, settings)) {
            assertThat(app.text("/feed.json")).contains("Open one").doesNotContain("Secret");
        }

        TestApp.write(folder, "hugo.yaml", INVALID);
        article("content/open/b.md", "Open two");
        article("content/secret/b.md", "Secret two");
        for (int i = 0; i < 2; i++) {
            try (TestApp app = TestApp.start(folder, settings)) {
                assertThat(app.text("/feed.json"))
                        .contains("https://h.example/open/a/", "https://h.example/open/b/")
                        .doesNotContain("Secret");
            }
        }

        try (TestApp app = TestApp.start(folder, settings)) {
            TestApp.write(folder, "hugo.yaml", "baseURL: https://h.example/\n");
            await(app, "Secret two", true);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "_config.yml, _posts/2024-01-02-a.md, _layouts/a.html",
        "hugo.toml, content/a.md, x",
        "config.toml, content/a.md, x",
        "mkdocs.yml, docs/a.md, x",
        "content/posts/_index.md, content/posts/a.md, hugo.toml",
        "posts/posts.json, posts/a.md, .eleventy.js"
    })
    void without_any_valid_text_new_articles_wait(String config, String path, String sign) throws Exception {
        TestApp.write(folder, sign, "");
        TestApp.write(folder, config, "---\n" + INVALID + "---\n");
        article(path, "New one");
        try (TestApp app = TestApp.start(folder, Map.of())) {
            assertThat(app.text("/feed.json")).doesNotContain("New one");

            TestApp.write(folder, config, config.endsWith("json") ? "{}" : config.endsWith(".md") ? "Words\n" : "");
            await(app, "New one", true);
        }
    }

    @Test
    void published_articles_stay_unchanged_unless_their_author_removes_them() throws Exception {
        TestApp.write(folder, "hugo.toml", "baseURL = 'https://h.example/'\ncontentDir = 'texts'\n");
        article("texts/a.md", "First");
        article("texts/b.md", "Second");
        article("texts/c.md", "Third");
        TestApp.start(folder, Map.of()).close();
        try (Connection library = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/feedmill.db"));
                Statement statement = library.createStatement()) {
            // As a library is that was made before configurations were remembered.
            statement.execute("DELETE FROM configuration");
        }

        TestApp.write(folder, "hugo.toml", INVALID);
        article("texts/b.md", "Changed");
        TestApp.write(folder, "texts/c.md", "---\ntitle: Third\ndate: 2024-01-02\ndraft: true\n---\nText\n");
        article("texts/d.md", "Fourth");
        try (TestApp app = TestApp.start(folder, Map.of())) {
            assertThat(app.text("/feed.json"))
                    .contains("https://h.example/a/", "First", "Second")
                    .doesNotContain("Changed", "Fourth");
            Files.delete(app.articles().resolve("texts/a.md"));
            await(app, "First", false);

            TestApp.write(folder, "hugo.toml", "baseURL = 'https://h.example/'\ncontentDir = 'texts'\n");
            await(app, "Fourth", true);
            await(app, "Changed", true);
            assertThat(app.text("/feed.json")).contains("https://h.example/d/").doesNotContain("Third", "Second");
        }
    }
}
