package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.Await;
import dev.feedmill.TestApp;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.RequestHeader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The feeds that most readers poll lie ready before the first of them asks. */
class FrontFeedsIT {
    @TempDir
    Path folder;

    @Test
    void the_feeds_of_everything_are_rendered_after_a_change_without_a_request() throws Exception {
        TestApp.write(folder, "a.md", "---\ntitle: One\ndate: 2024-01-01\n---\n\nText.\n");
        try (TwoWays ways = new TwoWays(folder)) {
            TestApp.write(folder, "b.md", "---\ntitle: Another\ndate: 2024-01-02\ncategories: Few\n---\n\nText.\n");
            for (String path : new String[] {"/feed.rss", "/feed.atom", "/feed.json"}) {
                for (String coding : new String[] {"identity", "gzip", "br"}) {
                    HttpResponse answer = awaitReady(ways, path, coding);
                    assertThat(answer.status()).isEqualTo(200);
                    if (coding.equals("identity")) {
                        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                                .contains("Another");
                    }
                }
            }
            assertThat(ways.ready().answer(get("/categories/Few.rss", "gzip"))).isNull();
        }
    }

    private static HttpResponse awaitReady(TwoWays ways, String path, String coding) {
        AtomicReference<@Nullable HttpResponse> answer = new AtomicReference<>();
        Await.until(path + " in " + coding, () -> {
            answer.set(ways.ready().answer(get(path, coding)));
            return answer.get() != null;
        });
        return Objects.requireNonNull(answer.get());
    }

    private static HttpRequest get(String path, String coding) {
        return new HttpRequest("GET", path, null, () -> null, Map.of(RequestHeader.ACCEPT_ENCODING, coding)::get);
    }
}
