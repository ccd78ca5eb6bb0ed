package dev.feedmill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A running server that gets settings which it must refuse. */
class RefusedSettingsIT {
    private static final Map<String, String> STARTED =
            Map.of("server.base-url", "https://a.example.org", "status.host", "0.0.0.0", "status.token", "a-long-word");

    @TempDir
    Path folder;

    private static Map<String, String> with(String... changed) {
        Map<String, String> settings = new HashMap<>(STARTED);
        for (int i = 0; i < changed.length; i += 2) {
            settings.put(changed[i], changed[i + 1]);
        }
        return settings;
    }

    @Test
    void what_the_start_refuses_is_refused_with_the_addresses_of_the_start_and_has_no_effect() throws Exception {
        TestApp.write(folder, "a.md", "---\ntitle: T\ndate: 2024-05-01\ncategories: News\n---\n\nText.\n");
        try (TestApp app = TestApp.start(folder, STARTED)) {
            assertThat(app.get("/categories/News.rss").statusCode()).isEqualTo(200);

            assertThatThrownBy(() -> app.apply(
                            folder,
                            null,
                            with(
                                    "server.base-url", "https://b.example.org",
                                    "server.moved-to", "https://a.example.org")))
                    .hasMessageContaining("'server.moved-to' must be another address than server.base-url");
            assertThatThrownBy(() -> app.apply(folder, null, with("status.host", "127.0.0.1", "status.token", "")))
                    .hasMessageContaining("'status.host' must be an address of this machine alone");
            assertThat(app.get("/feed.rss").statusCode()).isEqualTo(200);

            String categories = "categories:\n- {category: News, slug: other}\n";
            String selection = "feeds:\n  named:\n  - {name: one, title: One, where: limit=none}\n";
            assertThatThrownBy(() -> app.apply(folder, selection + categories, STARTED))
                    .hasMessageContaining("limit");
            assertThat(app.get("/categories/News.rss").statusCode()).isEqualTo(200);

            app.apply(folder, categories, STARTED);
            assertThat(app.get("/categories/News.rss").statusCode()).isEqualTo(301);
            assertThat(app.get("/categories/other.rss").statusCode()).isEqualTo(200);
        }
    }
}
