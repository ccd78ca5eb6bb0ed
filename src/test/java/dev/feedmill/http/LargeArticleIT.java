package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.TestApp;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The largest article that is read, and one byte more. */
class LargeArticleIT {
    private static final int MAX_FILE_SIZE = 5 << 20;
    private static final String HEAD = "---\ntitle: Large\ndate: 2024-01-01\n---\n\n";

    @TempDir
    Path folder;

    @Test
    void the_largest_file_is_served_in_a_feed_of_bounded_size_and_a_larger_one_is_a_problem() throws Exception {
        String line = "A sentence of an article that goes on and on.\n";
        String body = line.repeat(MAX_FILE_SIZE / line.length());
        String largest = HEAD + body.substring(0, MAX_FILE_SIZE - HEAD.length());
        TestApp.write(folder, "largest.md", largest);
        TestApp.write(folder, "larger.md", largest + "x");
        try (TestApp app = TestApp.start(folder, Map.of("feeds.max-size", "1MB"))) {
            assertThat(app.text("/articles/largest"))
                    .contains("Large", "goes on and on.")
                    .hasSizeGreaterThan(4_000_000);
            for (String extension : new String[] {"rss", "atom", "json"}) {
                assertThat(app.get("/feed." + extension).body()).hasSizeBetween(100, 1_000_000);
                assertThat(app.text("/feed." + extension)).contains("Large");
            }
            assertThat(app.text("/status.json")).contains("larger.md", "5242880");
            assertThat(app.get("/articles/larger").statusCode()).isEqualTo(404);
        }
    }
}
