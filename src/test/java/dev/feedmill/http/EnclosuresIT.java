package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.Await;
import dev.feedmill.TestApp;
import dev.feedmill.media.Sounds;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sound beside articles, from the folder into the feeds and back over HTTP. */
class EnclosuresIT {
    private static final byte[] SOUND = Sounds.mp3(90);

    @TempDir
    Path folder;

    private TestApp app;

    @BeforeEach
    void start() throws Exception {
        TestApp.write(folder, "bees.md", "---\ntitle: Bees\ndate: 2024-05-02\naudio: sound/bees 1.mp3\n---\nHum.\n");
        TestApp.write(folder, "words.md", "---\ntitle: Words\ndate: 2024-05-01\n---\nNo sound.\n");
        put("sound/bees 1.mp3", SOUND);
        app = TestApp.start(folder, Map.of("server.base-url", "https://pod.example"));
    }

    @AfterEach
    void stop() {
        app.close();
    }

    private void put(String name, byte[] bytes) throws Exception {
        Path file = folder.resolve("articles").resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    @Test
    void every_format_names_the_file_with_its_length() throws Exception {
        String url = "https://pod.example/files/sound/bees%201.mp3";
        String length = Integer.toString(SOUND.length);
        assertThat(app.text("/feed.rss"))
                .containsOnlyOnce("<enclosure ")
                .contains("<enclosure url=\"" + url + "\" length=\"" + length + "\" type=\"audio/mpeg\"/>")
                .doesNotContain("itunes", "podcast:");
        assertThat(app.text("/feed.atom"))
                .containsOnlyOnce("rel=\"enclosure\"")
                .contains("rel=\"enclosure\" type=\"audio/mpeg\" href=\"" + url + "\" length=\"" + length + "\"/>");
        assertThat(app.text("/feed.json"))
                .containsOnlyOnce("attachments")
                .contains("\"attachments\":[{\"url\":\"" + url + "\",\"mime_type\":\"audio/mpeg\",\"size_in_bytes\":"
                        + length + ",\"duration_in_seconds\":90}]");
    }

    @Test
    void an_episode_is_fetched_in_parts() throws Exception {
        HttpResponse<byte[]> half = app.get("/files/sound/bees%201.mp3", "Range", "bytes=0-999");
        assertThat(half.statusCode()).isEqualTo(206);
        String tag = half.headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> rest = app.get("/files/sound/bees%201.mp3", "Range", "bytes=1000-", "If-Range", tag);
        assertThat(rest.statusCode()).isEqualTo(206);
        assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(SOUND, 1000, SOUND.length));
    }

    @Test
    void a_client_that_takes_parts_is_counted_once() throws Exception {
        String path = "/files/sound/bees%201.mp3";
        app.send("HEAD", path);
        app.get(path, "Range", "bytes=0-1");
        assertThat(app.text("/status.json")).contains("\"downloads\":{}");
        app.get(path, "Range", "bytes=0-999");
        app.get(path, "Range", "bytes=1000-");
        app.get(path);
        assertThat(app.text("/status.json")).contains("\"downloads\":{\"sound/bees 1.mp3\":1}");
        app.get(path, "User-Agent", "another");
        app.get(path, "X-Forwarded-For", "192.0.2.7");
        assertThat(app.text("/status.json")).contains("\"downloads\":{\"sound/bees 1.mp3\":3}");
        assertThat(app.text("/status")).contains("sound/bees 1.mp3").doesNotContain("192.0.2.7");
    }

    @Test
    void a_file_that_changes_has_its_new_length_in_the_feeds() throws Exception {
        byte[] longer = Sounds.mp3(95);
        put("sound/bees 1.mp3", longer);
        Await.until("what was put there", () -> app.text("/feed.json").contains("\"size_in_bytes\":" + longer.length));
        assertThat(app.text("/feed.json")).contains("\"duration_in_seconds\":95");
        app.close();
        byte[] shorter = Sounds.mp3(20);
        put("sound/bees 1.mp3", shorter);
        app = TestApp.start(folder, Map.of());
        Await.until("what was put there", () -> app.text("/feed.json").contains("\"size_in_bytes\":" + shorter.length));
    }

    @Test
    void a_missing_file_is_said_and_comes_when_it_does() throws Exception {
        TestApp.write(folder, "later.md", "---\ntitle: Later\ndate: 2024-05-03\nenclosure: later.mp3\n---\nSoon.\n");
        Await.until(
                "what was put there", () -> app.text("/status.json").contains("there is no 'later.mp3' in the folder"));
        put("later.mp3", Sounds.mp3(3));
        Await.until("what was put there", () -> app.text("/feed.rss").contains("later.mp3"));
    }
}
