package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.Await;
import dev.feedmill.TestApp;
import dev.feedmill.http.message.HttpDates;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A poll with a date alone gets a 304 if and only if nothing changed. */
class PollsByDateIT {
    private static final List<String> PATHS = List.of(
            "/feed.rss",
            "/feed.atom",
            "/feed.json",
            "/categories/C.rss",
            "/archive/1/feed.rss",
            "/feeds.opml",
            "/latest",
            "/",
            "/articles/a0",
            "/openapi.json",
            "/robots.txt",
            "/assets/feed.css",
            "/sitemap.xml");

    @TempDir
    private Path folder;

    private final MovingClock clock = new MovingClock();

    private TestApp start(Map<String, String> more) throws Exception {
        Map<String, String> settings = new LinkedHashMap<>(
                Map.of("server.base-url", "https://feeds.example", "feeds.items", "2", "feeds.min-items", "1"));
        settings.putAll(more);
        return TestApp.start(folder, settings, clock);
    }

    private void write(int number, String more) throws Exception {
        TestApp.write(
                folder,
                "a" + number + ".md",
                "---\ntitle: T" + number + "\ndate: 1998-01-0" + (number + 1) + "\ncategories: C\n" + more
                        + "---\n\nText.\n");
    }

    @Test
    void a_blog_of_long_ago_is_new_to_who_has_nothing_of_it() throws Exception {
        write(0, "");
        try (TestApp app = start(Map.of())) {
            for (String path :
                    PATHS.stream().filter(path -> !path.contains("?")).toList()) {
                HttpResponse<byte[]> answer = app.get(path, "If-Modified-Since", "Sat, 01 Jan 2000 00:00:00 GMT");
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                assertThat(app.get(path, "If-Modified-Since", modified(answer)).statusCode())
                        .as(path)
                        .isEqualTo(304);
            }
        }
    }

    @Test
    void over_restarts_a_date_is_known_if_and_only_if_the_bytes_are_the_same() throws Exception {
        for (int i = 0; i < 4; i++) {
            write(i, "");
        }
        Map<String, HttpResponse<byte[]>> first;
        try (TestApp app = start(Map.of())) {
            first = all(app);
        }
        clock.advance(Duration.ofMinutes(1));
        try (TestApp app = start(Map.of())) {
            compare(app, first);
        }
        for (Map<String, String> other : List.of(
                Map.of("site.title", "Other"),
                Map.of("server.base-url", "https://other.example"),
                Map.of("feeds.size", "1kB"))) {
            clock.advance(Duration.ofMinutes(1));
            try (TestApp app = start(other)) {
                Map<String, HttpResponse<byte[]>> now = compare(app, first);
                first = now;
            }
        }
    }

    @Test
    void a_feed_of_which_the_way_to_its_archive_alone_is_another_has_another_time() throws Exception {
        for (int i = 0; i < 4; i++) {
            write(i, "");
        }
        try (TestApp app = start(Map.of())) {
            Map<String, HttpResponse<byte[]>> before = all(app);
            clock.advance(Duration.ofMinutes(1));
            TestApp.write(folder, "late.md", "---\ntitle: Late\ndate: 1997-01-01\ncategories: C\n---\n\nText.\n");
            Await.until("the late article", () -> app.get("/articles/late").statusCode() == 200);
            assertThat(app.text("/feed.rss")).contains("/archive/3/").doesNotContain("Late");
            compare(app, before);
        }
    }

    private static Map<String, HttpResponse<byte[]>> all(TestApp app) throws Exception {
        Map<String, HttpResponse<byte[]>> all = new LinkedHashMap<>();
        for (String path : PATHS) {
            all.put(path, app.get(path));
        }
        return all;
    }

    private Map<String, HttpResponse<byte[]>> compare(TestApp app, Map<String, HttpResponse<byte[]>> before)
            throws Exception {
        Map<String, HttpResponse<byte[]>> now = all(app);
        now.forEach((path, answer) -> {
            HttpResponse<byte[]> old = Objects.requireNonNull(before.get(path));
            boolean same = tag(old).equals(tag(answer));
            Instant was = Objects.requireNonNull(HttpDates.parse(modified(old)));
            Instant is = Objects.requireNonNull(HttpDates.parse(modified(answer)));
            assertThat(is.equals(was)).as(path + " has the time of before").isEqualTo(same);
            assertThat(is).as(path).isBetween(was, clock.instant());
        });
        for (String path : PATHS) {
            HttpResponse<byte[]> old = Objects.requireNonNull(before.get(path));
            boolean same = tag(old).equals(tag(Objects.requireNonNull(now.get(path))));
            assertThat(app.get(path, "If-Modified-Since", modified(old)).statusCode())
                    .as(path)
                    .isEqualTo(same ? 304 : 200);
        }
        return now;
    }

    private static String modified(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("Last-Modified").orElseThrow();
    }

    private static String tag(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    /** Stands still until it is moved. */
    private static final class MovingClock extends Clock {
        private volatile Instant now = Instant.parse("2024-06-01T00:00:00Z");

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
