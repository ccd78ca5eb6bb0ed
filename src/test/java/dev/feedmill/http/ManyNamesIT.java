package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.TestApp;
import dev.feedmill.http.query.SelectionRequestParser;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyNamesIT {
    @TempDir
    private Path folder;

    @Test
    void an_article_of_thousands_of_names_is_served_and_its_feeds_stay_small() throws Exception {
        for (String key : List.of("categories", "tags", "authors")) {
            TestApp.write(
                    folder,
                    key + ".md",
                    "---\ntitle: Of " + key + "\ndate: 2024-01-01\n" + key + ": "
                            + IntStream.range(0, 4_000)
                                    .mapToObj(i -> "c" + i)
                                    .collect(Collectors.joining(", ", "[", "]"))
                            + "\n---\n\nWords.\n");
        }
        try (TestApp app = TestApp.start(folder, Map.of())) {
            for (String path : List.of("/feed.rss", "/feed.atom", "/feed.json", "/feeds.opml", "/", "/articles/tags")) {
                HttpResponse<byte[]> answer = app.get(path);
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                assertThat(answer.body()).as(path).hasSizeBetween(100, 250_000);
            }
            assertThat(app.text("/feed.rss")).contains("Of categories", "Of tags", "Of authors");
            assertThat(app.text("/categories/c0/c1/c2.rss")).contains("Of categories");
            assertThat(app.text("/status.json"))
                    .contains("\"file\":\"categories.md\",\"line\":4,\"message\":\"'categories' must have at most 10");
        }
    }

    @Test
    void an_error_is_answered_as_a_problem_and_the_server_goes_on() throws Exception {
        TestApp.write(folder, "a.md", "---\ntitle: T\ndate: 2024-01-01\n---\n\nWords.\n");
        try (TestApp app = TestApp.start(folder, Map.of(), new DeepClock())) {
            HttpResponse<byte[]> answer = app.get("/feed.rss?since=P7D");
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("\"status\":500");
            assertThat(app.get("/feed.rss").statusCode()).isEqualTo(200);
        }
    }

    /** Where a question asks for the time, the stack is full. */
    private static final class DeepClock extends Clock {
        @Override
        public Instant instant() {
            if (Arrays.stream(Thread.currentThread().getStackTrace())
                    .anyMatch(frame -> frame.getClassName().equals(SelectionRequestParser.class.getName()))) {
                throw new StackOverflowError("as deep as rendering may be");
            }
            return Instant.parse("2024-06-01T00:00:00Z");
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
