package dev.feedmill.library;

import static dev.feedmill.library.Folder.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.TestApp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A PostgreSQL server that is unreachable for a while. */
class DatabaseAwayIT {
    @TempDir
    Path folder;

    private TcpProxy proxy;
    private TestApp app;

    @BeforeEach
    void start() throws Exception {
        String url = Databases.POSTGRES.fresh();
        int port = URI.create(url.substring("jdbc:".length())).getPort();
        proxy = new TcpProxy(port);
        TestApp.write(folder, "a.md", "---\ntitle: First\ndate: 2024-05-01\ncategories: Walks\n---\n\nText.\n");
        // Statements go by their words, so that the proxy can tell a commit.
        String through = url.replace(":" + port + "/", ":" + proxy.port() + "/") + "&prepareThreshold=0";
        app = TestApp.start(folder, Map.of("library.data", through, "library.lease-time", "1s"));
    }

    @AfterEach
    void stop() {
        proxy.become(TcpProxy.Mode.PASS);
        app.close();
        proxy.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PASS")
    void cached_documents_are_served_and_all_else_is_503_with_retry_after(TcpProxy.Mode mode) throws Exception {
        assertThat(app.text("/feed.rss")).contains("First");
        assertThat(app.get("/health/ready").statusCode()).isEqualTo(200);

        proxy.become(mode);

        assertThat(app.text("/feed.rss")).contains("First");
        HttpResponse<byte[]> uncached = app.get("/categories/Walks.rss");
        assertThat(uncached.statusCode()).isEqualTo(503);
        assertThat(uncached.headers().firstValue("Retry-After")).isPresent();
        assertThat(uncached.headers().firstValue("Cache-Control")).hasValue("no-store");
        HttpResponse<byte[]> opened =
                app.get("/feed.rss?category=Walks", "Accept", "text/html", "Sec-Fetch-Dest", "document");
        assertThat(opened.statusCode()).isEqualTo(503);
        assertThat(opened.headers().firstValue("Retry-After")).isPresent();
        assertThat(opened.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(app.get("/status.json").statusCode()).isEqualTo(503);
        assertThat(app.get("/health/live").statusCode()).isEqualTo(200);
        HttpResponse<byte[]> ready = app.get("/health/ready");
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(new String(ready.body(), StandardCharsets.UTF_8)).contains("\"library\":\"the database");
        assertThat(app.get("/health").statusCode()).isEqualTo(503);

        proxy.become(TcpProxy.Mode.PASS);
        await("ready again", () -> status("/health") == 200);
        assertThat(app.text("/categories/Walks.rss")).contains("First");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PASS")
    void changes_during_an_outage_are_served_afterwards(TcpProxy.Mode mode) throws Exception {
        assertThat(app.text("/feed.rss")).contains("First");
        proxy.become(mode);
        TestApp.write(folder, "b.md", "---\ntitle: Second\ndate: 2024-05-02\n---\n\nText.\n");
        await("not ready", () -> status("/health/ready") == 503);

        proxy.become(TcpProxy.Mode.PASS);
        await("Second", () -> text("/feed.rss").contains("Second"));
    }

    @Test
    void a_commit_whose_response_is_lost_is_served() throws Exception {
        app.awaitWords();
        assertThat(app.text("/feed.rss")).contains("First");
        proxy.loseNextCommit();
        TestApp.write(folder, "a.md", "---\ntitle: Another\ndate: 2024-05-01\ncategories: Walks\n---\n\nText.\n");
        await("Another", () -> text("/feed.rss").contains("Another"));
        assertThat(proxy.hasLostIt()).isTrue();
    }

    private int status(String path) {
        try {
            return app.get(path).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(String path) {
        try {
            return app.text(path);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
