package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.Await;
import dev.feedmill.TestApp;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What feeds and pages say of pictures of the folder. */
class PicturesIT {
    @TempDir
    Path folder;

    private TestApp app;

    @BeforeEach
    void start() throws Exception {
        picture("walk.png", 400, 300, 50);
        picture("lead.png", 800, 600, 60);
        article(
                "walk",
                "cover: lead.png\n",
                "Words.\n\n![](walk.png) <img src=\"walk.png\" width=\"40\"> ![](side.png)");
        picture("side.png", 100, 50, 70);
        article("opens", "", "![](walk.png)\n\nWords.");
        article("broken", "cover: broken.png\n", "Words.");
        Files.writeString(folder.resolve("articles/broken.png"), "no picture");
        app = TestApp.start(folder, Map.of());
    }

    @AfterEach
    void stop() {
        app.close();
    }

    private void article(String name, String header, String body) throws IOException {
        TestApp.write(
                folder, name + ".md", "---\ntitle: " + name + "\ndate: 2024-05-01\n" + header + "---\n" + body + "\n");
    }

    /** The first bytes of a PNG file, and others behind. */
    private void picture(String name, int width, int height, int length) throws IOException {
        byte[] png = ByteBuffer.allocate(length)
                .putLong(0x89504e470d0a1a0aL)
                .putInt(13)
                .putInt(0x49484452)
                .putInt(width)
                .putInt(height)
                .array();
        Files.createDirectories(folder.resolve("articles"));
        Files.write(folder.resolve("articles").resolve(name), png);
    }

    @Test
    void feeds_say_type_length_and_size_of_the_lead_picture() throws Exception {
        String atom = app.text("/feed.atom");
        assertThat(atom)
                .contains(
                        "/files/lead.png\" width=\"800\" height=\"600\" medium=\"image\" fileSize=\"60\" type=\"image/png\"")
                .contains("/files/broken.png\" medium=\"image\" fileSize=\"10\" type=\"image/png\"");
        String opens = atom.substring(atom.indexOf("<title type=\"text\">opens"));
        assertThat(opens.substring(0, opens.indexOf("</entry>")))
                .contains("<media:thumbnail url=\"")
                .doesNotContain("<media:content");
        assertThat(app.text("/feed.rss")).contains("fileSize=\"60\"");
    }

    @Test
    void pages_keep_the_place_of_pictures_free_and_show_none_twice() throws Exception {
        assertThat(app.text("/articles/walk"))
                .contains("/files/lead.png\" alt=\"\" width=\"800\" height=\"600\"")
                .contains("width=\"400\" height=\"300\"")
                .containsPattern("width=\"40\"[^>]* height=\"30\"");
        assertThat(app.text("/articles/opens").split("<img ", -1)).hasSize(2);
        assertThat(app.text("/articles/broken")).contains("/files/broken.png\" alt=\"\" decoding");
    }

    @Test
    void a_feed_changes_with_the_length_of_its_lead_picture_and_with_nothing_else_of_it() throws Exception {
        String before = app.text("/feed.atom");
        byte[] same = Files.readAllBytes(app.articles().resolve("lead.png"));
        same[59] = 1;
        String tag = app.get("/files/lead.png").headers().firstValue("ETag").orElseThrow();
        Files.write(app.articles().resolve("lead.png"), same);
        picture("side.png", 200, 150, 70);
        Await.until("what was put there", () -> app.text("/articles/walk").contains("width=\"200\" height=\"150\""));
        Await.until(
                "what was put there",
                () -> !app.get("/files/lead.png")
                        .headers()
                        .firstValue("ETag")
                        .orElseThrow()
                        .equals(tag));
        assertThat(app.text("/feed.atom")).isEqualTo(before);
        picture("lead.png", 800, 600, 61);
        Await.until("what was put there", () -> app.text("/feed.atom").contains("fileSize=\"61\""));
        assertThat(entries(app.text("/feed.atom")).replace("fileSize=\"61\"", "fileSize=\"60\""))
                .isEqualTo(entries(before));
    }

    private static String entries(String feed) {
        return feed.substring(feed.indexOf("<entry>"));
    }
}
