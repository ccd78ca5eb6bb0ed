package dev.feedmill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notes and files that a note names without their folders, as they move under a running server. */
class NamedFilesIT {
    private static final String PICTURE = "<svg xmlns='http://www.w3.org/2000/svg' width='5' height='7'/>";

    @TempDir
    Path temp;

    private Path folder;

    @BeforeEach
    void vault() throws Exception {
        folder = temp.resolve("articles");
        TestApp.write(temp, ".obsidian/app.json", "{}");
    }

    private void note(String path, String body) throws Exception {
        TestApp.write(temp, path, "---\ntitle: " + path + "\ndate: 2024-01-01\n---\n" + body + "\n");
    }

    private static void await(TestApp app, String text) throws Exception {
        Await.until(text, () -> app.text("/feed.json").contains(text));
    }

    @Test
    void a_picture_that_moves_is_shown_from_its_new_place() throws Exception {
        note("a.md", "![[pic.svg]]");
        Files.createDirectories(folder.resolve("att/deep"));
        TestApp.write(temp, "att/pic.svg", PICTURE);
        try (TestApp app = TestApp.start(temp, Map.of())) {
            await(app, "/files/att/pic.svg");
            Files.createDirectories(folder.resolve("new"));
            Files.move(folder.resolve("att/pic.svg"), folder.resolve("new/pic.svg"));
            await(app, "/files/new/pic.svg");
            Files.move(folder.resolve("new"), folder.resolve("att/deep/new"));
            await(app, "/files/att/deep/new/pic.svg");
        }
    }

    @Test
    void a_name_without_an_ending_never_leads_to_a_picture() throws Exception {
        note("a.md", "The [[secret]] and [[shown.svg]].");
        TestApp.write(temp, "pics/secret.svg", PICTURE);
        TestApp.write(temp, "pics/shown.svg", PICTURE);
        try (TestApp app = TestApp.start(temp, Map.of())) {
            await(app, "/files/pics/shown.svg");
            await(app, "The secret and");
            assertThat(app.get("/files/pics/secret.svg").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void a_note_that_moves_or_comes_is_linked_at_its_new_place() throws Exception {
        note("a.md", "See [[Other]] and [[Later]].");
        note("one/Other.md", "Text");
        try (TestApp app = TestApp.start(temp, Map.of())) {
            await(app, "/source/one/Other.md");
            Files.createDirectories(folder.resolve("two"));
            Files.move(folder.resolve("one/Other.md"), folder.resolve("two/Other.md"));
            await(app, "/source/two/Other.md");
            note("Later.md", "Text");
            await(app, "/source/Later.md");
            Files.delete(folder.resolve("Later.md"));
            await(app, "and Later.");
        }
    }

    @Test
    void what_moved_while_the_server_was_stopped_is_found() throws Exception {
        note("a.md", "![[pic.svg]] and [[Other]]");
        note("b.md", "![[later.svg]]");
        Files.createDirectories(folder.resolve("att"));
        Files.createDirectories(folder.resolve("new"));
        TestApp.write(temp, "att/pic.svg", PICTURE);
        try (TestApp app = TestApp.start(temp, Map.of())) {
            await(app, "/files/att/pic.svg");
        }
        Files.move(folder.resolve("att/pic.svg"), folder.resolve("new/pic.svg"));
        TestApp.write(temp, "new/later.svg", PICTURE);
        note("two/Other.md", "Text");
        try (TestApp app = TestApp.start(temp, Map.of())) {
            await(app, "/files/new/pic.svg");
            await(app, "/files/new/later.svg");
            await(app, "/source/two/Other.md");
        }
    }
}
