package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feedmill.Await;
import dev.feedmill.feed.item.Site;
import dev.feedmill.folder.FolderFollower;
import dev.feedmill.folder.FollowRules;
import dev.feedmill.html.HtmlSanitizer;
import dev.feedmill.html.SanitizerRules;
import dev.feedmill.html.allowed.BodyLimits;
import dev.feedmill.http.message.ServerRules;
import dev.feedmill.library.Library;
import dev.feedmill.media.MediaFolder;
import dev.feedmill.reading.ArticleReader;
import dev.feedmill.reading.header.ReadingRules;
import dev.feedmill.reading.header.ReadingRules.CategoryStyle;
import dev.feedmill.runtime.SocketPort;
import dev.feedmill.web.ServerUrl;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server whose folder has not been looked at yet: the test begins the scan, or never does. */
@Timeout(300)
class FirstScanIT {
    private static final Duration LONG = Duration.ofSeconds(200);

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private Library library;
    private FolderFollower follower;

    @BeforeEach
    void open() throws IOException {
        Path articles = Files.createDirectory(folder.resolve("articles"));
        Files.writeString(articles.resolve("a.md"), "---\ntitle: One\ndate: 2024-05-01\n---\n\nText.\n");
        library = Library.open(folder.resolve("data").toString(), InstantSource.system());
        follower = follower();
    }

    private FolderFollower follower() {
        ArticleReader reader = new ArticleReader(
                new ReadingRules(ZoneOffset.UTC, CategoryStyle.PATHS, List.of(), 1 << 20, 1 << 16, 300, null),
                new HtmlSanitizer(new SanitizerRules(List.of(), List.of(), BodyLimits.defaults())));
        FollowRules rules = new FollowRules(Duration.ofMinutes(5), Duration.ofMillis(50), Duration.ofSeconds(30), 1);
        return new FolderFollower(folder.resolve("articles"), reader, library, rules, InstantSource.system());
    }

    @AfterEach
    void close() {
        follower.close();
        library.close();
    }

    /** A running server and its address. */
    private record Running(WebServer server, String address, String operator) implements AutoCloseable {
        @Override
        public void close() {
            server.close();
        }
    }

    private Running start(Duration firstScanWait) throws IOException {
        ServerSocketChannel socket =
                ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        ServerSocketChannel operator =
                ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        String address = address(socket);
        Site site = new Site(
                new Site.Addresses(new ServerUrl(address), address + "/", null),
                new Site.Texts("T", "D", "en", null, "by {0}"),
                Duration.ofMinutes(15),
                "1");
        ServerRules rules = Rules.of(Map.of(
                "server.cache-size", "1MiB",
                "server.unconditional-gets", "0",
                "server.first-scan-wait", firstScanWait.toMillis() + "ms",
                "limits.answer-time", "1s",
                "limits.head-time", "5s",
                "limits.send-time", "5s",
                "limits.concurrent-answers", "2"));
        WebServer server = new WebServer(
                List.of(socket),
                operator,
                rules,
                new SiteConfiguration(site, ZoneOffset.UTC, List.of(), true),
                library,
                follower,
                new MediaFolder(folder.resolve("articles"), 1 << 20),
                Clock.systemUTC());
        server.start();
        return new Running(server, address, address(operator));
    }

    private static String address(ServerSocketChannel socket) {
        return "http://127.0.0.1:" + SocketPort.of(socket);
    }

    private CompletableFuture<HttpResponse<String>> get(Running running, String path) {
        return client.sendAsync(
                HttpRequest.newBuilder(URI.create(
                                (path.equals("/status.json") ? running.operator() : running.address()) + path))
                        .build(),
                BodyHandlers.ofString());
    }

    private static void awaitWaiting(Running running, int requests) {
        Await.until(requests + " requests that wait", () -> running.server().waiting() == requests);
    }

    @Test
    void requests_wait_for_the_first_scan_and_are_then_answered_whole() throws Exception {
        try (Running running = start(LONG)) {
            CompletableFuture<HttpResponse<String>> feed = get(running, "/feed.rss");
            CompletableFuture<HttpResponse<String>> latest = get(running, "/latest");
            awaitWaiting(running, 2);
            assertThat(get(running, "/health").get().statusCode()).isEqualTo(503);
            assertThat(get(running, "/status.json").get().statusCode()).isEqualTo(200);

            follower.start();

            assertThat(feed.get().statusCode()).isEqualTo(200);
            assertThat(feed.get().body()).contains("One");
            assertThat(latest.get().body()).contains("One");
            assertThat(get(running, "/health").get().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void requests_that_waited_long_enough_are_503_with_retry_after() throws Exception {
        try (Running running = start(Duration.ofMillis(20))) {
            HttpResponse<String> refused = get(running, "/feed.rss").get();

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(refused.headers().firstValue("Cache-Control")).hasValue("no-store");
        }
    }

    /** Fills the library, as an earlier run would have, and then makes a draft of the article. */
    private void fillAndHoldBack() throws Exception {
        follower.start();
        follower.awaitFirstScan();
        follower.close();
        follower = follower();
        Files.writeString(
                folder.resolve("articles/a.md"), "---\ntitle: One\ndate: 2024-05-01\ndraft: true\n---\n\nText.\n");
    }

    @Test
    void nothing_is_served_that_was_held_back_while_the_server_was_stopped() throws Exception {
        fillAndHoldBack();
        try (Running running = start(LONG)) {
            CompletableFuture<HttpResponse<String>> feed = get(running, "/feed.rss");
            CompletableFuture<HttpResponse<String>> page = get(running, "/articles/a");
            awaitWaiting(running, 2);
            assertThat(get(running, "/health").get().statusCode()).isEqualTo(503);

            follower.start();

            assertThat(feed.get().statusCode()).isEqualTo(200);
            assertThat(feed.get().body()).doesNotContain("One");
            assertThat(page.get().statusCode()).isEqualTo(404);
            assertThat(get(running, "/health").get().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_filled_library_is_served_once_the_wait_is_over() throws Exception {
        fillAndHoldBack();
        try (Running running = start(Duration.ofMillis(20))) {
            assertThat(get(running, "/feed.rss").get().body()).contains("One");
            assertThat(get(running, "/health").get().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_filled_library_is_served_where_the_folder_is_not_there() throws Exception {
        fillAndHoldBack();
        Files.move(folder.resolve("articles"), folder.resolve("elsewhere"));
        try (Running running = start(LONG)) {
            follower.start();
            assertThat(get(running, "/feed.rss").get().body()).contains("One");
        }
    }

    @Test
    void only_so_many_wait_at_once() throws Exception {
        try (Running running = start(LONG)) {
            List<CompletableFuture<HttpResponse<String>>> waiting = IntStream.range(0, 64)
                    .mapToObj(i -> get(running, "/feed.rss"))
                    .toList();
            awaitWaiting(running, 64);

            assertThat(get(running, "/feed.atom").get().statusCode()).isEqualTo(503);
            follower.start();
            for (CompletableFuture<HttpResponse<String>> answer : waiting) {
                assertThat(answer.get().statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void what_runs_is_finished_when_the_server_closes_and_nothing_new_is_taken() throws Exception {
        Running running = start(Duration.ofSeconds(2));
        CompletableFuture<HttpResponse<String>> feed = get(running, "/feed.rss");
        awaitWaiting(running, 1);

        running.close();

        assertThat(feed.get().statusCode()).isEqualTo(503);
        assertThat(feed.get().body()).contains("being read");
        int port = URI.create(running.address()).getPort();
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port))
                .isInstanceOf(ConnectException.class);
    }
}
