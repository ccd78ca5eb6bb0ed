package dev.feedmill.push.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.Await;
import dev.feedmill.TestApp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Search engines are told which pages change (indexnow.org). */
class IndexNowIT {
    private static final String KEY = "0123456789abcdef";

    @TempDir
    Path folder;

    private Taker taker;

    @BeforeEach
    void start() throws Exception {
        taker = new Taker();
        write("first.md", "");
    }

    @AfterEach
    void stop() {
        taker.close();
    }

    private void write(String file, String more) throws Exception {
        TestApp.write(
                folder,
                file,
                "---\ntitle: " + file.replace(".md", "") + "\ndate: 2024-05-01\n" + more + "---\n\nText.\n");
    }

    private TestApp app(String base) throws Exception {
        Map<String, String> settings = new HashMap<>(Map.of(
                "server.base-url",
                base,
                "push.indexnow-key",
                KEY,
                "push.indexnow-url",
                taker.url(),
                "push.indexnow-pause",
                "0s",
                "push.first-retry",
                "1s"));
        TestApp app = TestApp.start(folder, settings);
        if (base.contains("example")) {
            Await.until("the place in the log", () -> app.library().changes().knows(consumer()));
        }
        return app;
    }

    private String consumer() {
        return "indexnow " + UUID.nameUUIDFromBytes(taker.url().getBytes(UTF_8));
    }

    private static String message(String base, String page) {
        return "{\"host\":\"feeds.example\",\"key\":\"" + KEY + "\",\"keyLocation\":\"" + base + "/" + KEY
                + ".txt\",\"urlList\":[\"" + base + "/articles/" + page + "\"]}";
    }

    @Test
    void pages_that_are_added_edited_or_removed_are_told_with_the_key() throws Exception {
        String base = "https://feeds.example/blog";
        try (TestApp app = app(base)) {
            assertThat(app.text("/" + KEY + ".txt")).isEqualTo(KEY);
            // Its page is on a host that has another key.
            write("elsewhere.md", "permalink: https://other.example/page\n");
            Await.until("the article is served", () -> app.text("/feed.rss").contains("elsewhere"));
            write("second.md", "");
            Await.until("it is told of the new page", () -> taker.taken.size() == 1);
            write("second.md", "tags: [fog]\n");
            Await.until("it is told of the edit", () -> taker.taken.size() == 2);
            Files.delete(app.articles().resolve("second.md"));
            Await.until("it is told of the removal", () -> taker.taken.size() == 3);
        }
        assertThat(taker.taken).extracting(Taker.Told::body).containsOnly(message(base, "second"));
        assertThat(taker.taken.get(0).field("Content-Type")).isEqualTo("application/json; charset=utf-8");
    }

    @Test
    void what_is_put_off_comes_later_even_after_a_stop_and_what_is_refused_does_not() throws Exception {
        String base = "https://feeds.example";
        taker.status = 403;
        try (TestApp app = app(base)) {
            write("second.md", "");
            Await.until("it refuses a page", () -> taker.refused.size() == 1);
            Await.until(
                    "the refusal is settled",
                    () -> app.library().changes().position(consumer())
                            == app.library().changes().last());
            taker.status = 429;
            write("third.md", "");
            Await.until("it puts off another", () -> taker.refused.size() > 1);
        }
        taker.status = 202;
        try (TestApp app = app(base)) {
            Await.until("it is told of that", () -> !taker.taken.isEmpty());
            assertThat(app.text("/feed.rss")).contains("third");
        }
        assertThat(taker.taken).extracting(Taker.Told::body).containsExactly(message(base, "third"));
    }

    @Test
    void nobody_is_told_of_a_server_that_nobody_can_reach() throws Exception {
        try (TestApp app = app("http://192.168.1.2:8080")) {
            write("second.md", "");
            Await.until("the article is served", () -> app.text("/feed.rss").contains("second"));
            assertThat(app.library().changes().knows(consumer())).isFalse();
        }
        assertThat(taker.taken).isEmpty();
    }
}
