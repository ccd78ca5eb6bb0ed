package dev.feedmill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links to articles that are public only for some time. */
class DueLinksIT {
    @TempDir
    Path folder;

    private volatile Instant now = Instant.parse("2030-01-01T00:00:00Z");

    @Test
    void are_links_while_the_article_is_public_and_plain_text_before_and_after() throws Exception {
        TestApp.write(folder, "a.md", "---\ntitle: A\ndate: 2029-01-01\n---\nSee [the news](b.md).\n");
        TestApp.write(folder, "b.md", """
                ---
                title: B
                date: 2030-01-01T01:00:00Z
                expires: 2030-01-01T02:00:00Z
                ---
                Text
                """);
        try (TestApp app = TestApp.start(folder, Map.of(), new SetClock())) {
            assertThat(app.text("/articles/a")).contains("See the news.");

            wake(app, Duration.ofMinutes(61), "c.md");
            await(app, "See <a href=\"");
            assertThat(app.get("/source/b.md").statusCode()).isEqualTo(301);

            wake(app, Duration.ofMinutes(60), "d.md");
            await(app, "See the news.");
        }
    }

    /** Advances the clock, and adds a file so that the follower reads the clock. */
    private void wake(TestApp app, Duration later, String file) throws Exception {
        now = now.plus(later);
        TestApp.write(folder, file, "---\ntitle: " + file + "\ndate: 2029-01-02\n---\nText\n");
        await(app, file, "/feed.json");
    }

    private static void await(TestApp app, String text) throws Exception {
        await(app, text, "/articles/a");
    }

    private static void await(TestApp app, String text, String path) throws Exception {
        Await.until(text, () -> app.text(path).contains(text));
    }

    private final class SetClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
