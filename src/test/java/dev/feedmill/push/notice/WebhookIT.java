package dev.feedmill.push.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.Await;
import dev.feedmill.TestApp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that the operator names are told of changes. */
class WebhookIT {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @TempDir
    Path folder;

    private final LaterClock clock = new LaterClock();
    private Taker taker;

    @BeforeEach
    void start() throws Exception {
        taker = new Taker();
        write("a.md", "First");
    }

    @AfterEach
    void stop() {
        taker.close();
    }

    private void write(String file, String title) throws Exception {
        TestApp.write(
                folder,
                file,
                "---\ntitle: " + title
                        + "\ndate: 2024-05-01\nauthor: Ada\ncategories: [Walks, London]\ntags: [fog]\n---\n\n"
                        + "Text.\n");
    }

    private TestApp app(Map<String, String> more) throws Exception {
        Map<String, String> settings = new HashMap<>(Map.of(
                "server.base-url", "https://feeds.example",
                "push.webhooks", taker.url(),
                "push.first-retry", "1s",
                "push.longest-retry", "1s"));
        settings.putAll(more);
        return TestApp.start(folder, null, settings, clock);
    }

    /** Makes sure that the webhook has its place in the log: only what changes afterwards is news. */
    private void begin(TestApp app) {
        Await.until(
                "the place in the log",
                () -> app.library()
                                .database()
                                .read(handle -> handle.select(
                                                "SELECT count(*) FROM change_position WHERE consumer LIKE 'webhook%'")
                                        .mapTo(Integer.class)
                                        .one())
                        > 0);
    }

    @Test
    void a_program_is_told_of_what_is_added_edited_and_removed_with_a_signature() throws Exception {
        try (TestApp app = app(Map.of("push.webhook-secret", SECRET))) {
            begin(app);
            write("b.md", "Second");
            Await.until("the first message", () -> taker.taken.size() == 1);
            write("b.md", "Second, edited");
            Await.until("the second message", () -> taker.taken.size() == 2);
            Files.delete(app.articles().resolve("b.md"));
            Await.until("the third message", () -> taker.taken.size() == 3);

            Taker.Told first = taker.taken.get(0);
            assertThat(first.body())
                    .startsWith("{\"type\":\"articles.changed\",\"timestamp\":\"20")
                    .contains(
                            "\"more\":false,\"entries\":[{\"kind\":\"added\",\"id\":\"",
                            "\"url\":\"https://feeds.example/articles/",
                            "\"title\":\"Second\"",
                            "\"authors\":[\"Ada\"],\"categories\":[[\"Walks\",\"London\"]],\"tags\":[\"fog\"]",
                            "\"rss\":\"https://feeds.example/feed.rss\"",
                            "\"atom\":\"https://feeds.example/categories/Walks/London.atom\"",
                            "\"json\":\"https://feeds.example/tags/fog.json\"")
                    .doesNotContain("First");
            assertThat(first.field("Content-Type")).isEqualTo("application/json");
            assertThat(first.field("webhook-signature"))
                    .isEqualTo(MessageSignature.of(
                            List.of(SECRET),
                            first.field("webhook-id"),
                            Long.parseLong(first.field("webhook-timestamp")),
                            first.body().getBytes(UTF_8)));
            String id = first.body().replaceFirst(".*(\"id\":\"[^\"]*\").*", "$1");
            assertThat(taker.taken.get(1).body()).contains("[{\"kind\":\"edited\"," + id);
            assertThat(taker.taken.get(2).body()).contains("[{\"kind\":\"removed\"," + id);
            assertThat(taker.taken).extracting(told -> told.field("webhook-id")).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_program_that_is_away_is_told_later_even_after_a_stop_and_the_same_under_the_same_id() throws Exception {
        taker.status = 503;
        try (TestApp app = app(Map.of())) {
            begin(app);
            write("b.md", "Second");
            Await.until("it is asked in vain", () -> !taker.refused.isEmpty());
            write("c.md", "Third");
            Await.until("the article is served", () -> app.text("/feed.rss").contains("Third"));
            Await.until("it is asked again", () -> taker.refused.size() > 1);
        }
        assertThat(taker.refused.get(0).fields()).doesNotContainKey("Webhook-signature");
        assertThat(taker.refused)
                .extracting(Taker.Told::body)
                .containsOnly(taker.refused.get(0).body());
        // A change while nothing runs.
        write("d.md", "Fourth");
        taker.status = 200;
        try (TestApp app = app(Map.of())) {
            Await.until("it is told of all", () -> taker.all().contains("Fourth"));
            assertThat(app.text("/feed.rss")).contains("Fourth");
        }
        // What was under way comes first, then all that waited, in as few messages as there are chances to send one.
        assertThat(taker.taken.get(0).field("webhook-id"))
                .isEqualTo(taker.refused.get(0).field("webhook-id"));
        assertThat(taker.taken.get(0).body()).isEqualTo(taker.refused.get(0).body());
        assertThat(taker.all().split("\"kind\"", -1)).hasSize(1 + 3);
        assertThat(taker.all()).contains("Second", "Third").doesNotContain("First");
    }

    @Test
    void a_program_that_is_gone_is_told_nothing_before_the_next_start() throws Exception {
        taker.status = 410;
        try (TestApp app = app(Map.of())) {
            begin(app);
            write("b.md", "Second");
            Await.until("it says that it is gone", () -> !taker.refused.isEmpty());
            taker.status = 200;
            write("c.md", "Third");
            Await.until("the article is served", () -> app.text("/feed.rss").contains("Third"));
        }
        assertThat(taker.taken).isEmpty();
        try (TestApp app = app(Map.of())) {
            Await.until("it is told of both", () -> taker.all().contains("Third"));
            assertThat(app.text("/feed.rss")).contains("Third");
        }
        assertThat(taker.all()).contains("Second");
    }

    @Test
    void of_many_entries_in_one_change_some_are_named_with_a_word_that_there_are_more() throws Exception {
        try (TestApp app = app(Map.of("push.webhook-entries", "2"))) {
            begin(app);
        }
        for (String file : List.of("b.md", "c.md", "d.md", "e.md")) {
            write(file, "More");
        }
        try (TestApp app = app(Map.of("push.webhook-entries", "2"))) {
            Await.until("the message", () -> !taker.taken.isEmpty());
            assertThat(app.text("/feed.rss")).contains("More");
        }
        assertThat(taker.taken.get(0).body()).contains("\"more\":true");
        assertThat(taker.taken.get(0).body().split("\"kind\"", -1)).hasSize(1 + 2);
        assertThat(taker.taken.get(0).body().split("\"page\"", -1)).hasSize(1 + 2);
    }

    @Test
    void a_notice_is_given_up_after_a_day_and_the_next_ones_come() throws Exception {
        taker.status = 302;
        try (TestApp app = app(Map.of())) {
            begin(app);
            write("b.md", "Second");
            Await.until("it is asked in vain", () -> !taker.refused.isEmpty());
            clock.later = Duration.ofHours(25);
            write("c.md", "Third");
            Await.until(
                    "it is asked about the next",
                    () -> taker.refused.get(taker.refused.size() - 1).body().contains("Third"));
            taker.status = 200;
            Await.until("it is told of the next", () -> !taker.taken.isEmpty());
        }
        assertThat(taker.all()).contains("Third").doesNotContain("Second");
    }

    /** The clock of the system, moved ahead. */
    private static final class LaterClock extends Clock {
        private volatile Duration later = Duration.ZERO;

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(later);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
