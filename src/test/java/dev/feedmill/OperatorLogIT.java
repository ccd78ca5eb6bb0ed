package dev.feedmill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.log.Log;
import dev.feedmill.log.LogRules;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a running server logs for its operator. */
class OperatorLogIT {
    private static final Map<String, String> OFTEN = Map.of("articles.scan-interval", "1s");
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Logger root = Logger.getLogger("");
    private final Handler[] before = root.getHandlers();
    private final @Nullable Level levelBefore = root.getLevel();

    @TempDir
    Path folder;

    @BeforeEach
    void listen() {
        Log.to(new PrintStream(bytes, true, StandardCharsets.UTF_8), LogRules.DEFAULTS);
    }

    @AfterEach
    void stopListening() {
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        for (Handler handler : before) {
            root.addHandler(handler);
        }
        root.setLevel(levelBefore);
    }

    /** The lines without their times. */
    private List<String> lines() {
        return bytes.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceFirst("^\\S+ ", ""))
                .toList();
    }

    private void await(String part) {
        Await.until(part, () -> lines().stream().anyMatch(line -> line.contains(part)));
    }

    private void write(String path, String text) throws IOException {
        TestApp.write(folder, path, text);
    }

    private String articles() {
        return folder.resolve("articles").toAbsolutePath().toString();
    }

    @Test
    void an_unreadable_configuration_is_logged_once_until_it_is_readable() throws Exception {
        write("hugo.toml", "title = [\n");
        write("content/posts/_index.md", "---\ncascade: {lang: fr}\n---\n");
        write("content/posts/a.md", "---\ntitle: A\n---\nText\n");
        try (TestApp app = TestApp.start(folder, OFTEN)) {
            assertThat(lines())
                    .anySatisfy(line -> assertThat(line)
                            .contains(
                                    "hugo.toml:",
                                    "not valid TOML",
                                    "articles that are new are held back until it can be"));
            assertThat(app.text("/feed.json")).doesNotContain("Text");
            write("content/posts/_index.md", "---\ncascade: {lang: de}\n---\n");
            await("has changed");
            write("hugo.toml", "title = 'A'\n");
            await("title 'A'");
            write("hugo.toml", "title = [\n");
            await("what the file said before counts until it is mended");
        }
        assertThat(lines()).filteredOn(line -> line.contains("not valid TOML")).hasSize(2);
    }

    @Test
    void the_first_line_names_version_address_and_folder() throws Exception {
        try (TestApp app = TestApp.start(folder, Map.of())) {
            assertThat(lines().get(0))
                    .isEqualTo("INFO start - Feedmill dev on Java " + Runtime.version() + " serves http://localhost:"
                            + app.port() + "/ from " + articles() + ", library: SQLite in " + folder.resolve("data"));
            await("INFO start - 'site.title' is not set: the feeds are called 'Feedmill'");
            assertThat(app.printedFeeds())
                    .startsWith(
                            "Open http://localhost:" + app.port() + "/",
                            "Feedmill dev serves 0 articles from " + articles() + ", library: SQLite in "
                                    + folder.resolve("data"),
                            "It reads files that end in .md, .mdx, .markdown, .html, .htm, .txt");
            await("INFO articles - " + articles() + ": the folder holds no article; no problems");
        }
    }

    @Test
    void each_problem_is_logged_once_however_often_the_folder_is_scanned() throws Exception {
        write("good.md", "---\ntitle: Good\ndate: 2024-01-01\n---\nText.\n");
        write("open.md", "---\ntitle: Open\n\nText.\n");
        try (TestApp app = TestApp.start(folder, OFTEN)) {
            String status = "http://localhost:" + app.operatorPort() + "/status";
            assertThat(app.printedFeeds()).anyMatch(line -> line.contains(" serves 1 article from "));
            String open = "WARN articles - open.md:1: front matter must close with a line '---'";
            await(open);
            await("INFO articles - " + articles() + ": 1 served, 0 hidden, 1 skipped; 1 file to look at (" + status
                    + ", or feedmill check " + articles() + ")");

            write("dated.md", "---\ntitle: Dated\ndate: 2024-13-01\n---\nText.\n");
            await("WARN articles - dated.md:3: 'date' must be a date, not '2024-13-01'");
            awaitScan(app);
            awaitScan(app);

            assertThat(lines()).doesNotHaveDuplicates().contains(open);
        }
    }

    @Test
    void a_deleted_picture_is_logged_at_once_and_forgotten_when_it_is_back() throws Exception {
        write("good.md", "---\ntitle: Good\ndate: 2024-01-01\n---\nText.\n\n![](lake.png)\n");
        write("lake.png", "picture");
        String missing = "WARN articles - good.md:7: there is no 'lake.png' in the folder";
        try (TestApp app = TestApp.start(folder, Map.of("articles.scan-interval", "1h"))) {
            assertThat(app.text("/status.json")).doesNotContain("lake.png");
            Files.delete(folder.resolve("articles/lake.png"));
            await(missing);
            assertThat(app.text("/status.json")).contains("there is no 'lake.png' in the folder");

            write("lake.png", "picture");
            awaitServed(app, "/files/lake.png");
            assertThat(app.text("/status.json")).doesNotContain("lake.png");

            Files.delete(folder.resolve("articles/lake.png"));
            for (int i = 0; lines().stream().filter(missing::equals).count() < 2; i++) {
                assertThat(i).as("%s", lines()).isLessThan(12_000);
                Thread.sleep(10);
            }
        }
    }

    private static void awaitServed(TestApp app, String path) throws Exception {
        for (int i = 0; !app.text("/feed.json").contains(path); i++) {
            assertThat(i).isLessThan(12_000);
            Thread.sleep(10);
        }
    }

    @Test
    void of_many_problems_some_are_logged_with_the_number_of_the_others() throws Exception {
        for (int i = 0; i < 5; i++) {
            write(i + ".md", "---\ntitle: Dated\ndate: 2024-01-01\nlastmod: 2024-13-0" + i + "\n---\nText.\n");
        }
        try (TestApp app = TestApp.start(folder, Map.of("log.problems", "2"))) {
            await("WARN articles - 3 more problems; http://localhost:" + app.operatorPort() + "/status has all");
            assertThat(lines())
                    .filteredOn(line -> line.contains("must be a date"))
                    .hasSize(2);
        }
    }

    @Test
    void missing_artwork_of_a_podcast_is_reported_at_the_start() throws Exception {
        write("art/there.svg", "<svg/>");
        String settings = """
                feeds:
                  - name: one
                    podcast: {title: One, artwork: art/gone.jpg}
                  - name: two
                    podcast: {title: Two, artwork: art/there.svg}
                """;
        try (TestApp app = TestApp.start(folder, settings, Map.of(), Clock.systemUTC())) {
            await("there is no picture 'art/gone.jpg' in the articles folder");
            assertThat(app.get("/feeds/one.rss").statusCode()).isEqualTo(200);
            assertThat(lines()).noneMatch(line -> line.contains("there.svg"));
        }
    }

    @Test
    void equal_problems_of_many_files_are_one_line_with_a_count() throws Exception {
        for (int i = 0; i < 6; i++) {
            write(i + ".md", "---\ntitle: Open\n\nText.\n");
        }
        try (TestApp app = TestApp.start(folder, Map.of())) {
            await(
                    "WARN articles - 0.md:1: front matter must close with a line '---' (so in 5 more places: 1.md:1, 2.md:1,"
                            + " 3.md:1, …)");
            assertThat(lines()).filteredOn(line -> line.contains("must close")).hasSize(1);
            assertThat(app.text("/status"))
                    .containsOnlyOnce("must close")
                    .contains(
                            "6 places</span></summary>", "<bdi>5.md</bdi>:1", "verdict bad", "6 files are not served");
        }
    }

    @Test
    void a_folder_that_vanished_is_an_error_and_its_return_is_logged() throws Exception {
        write("good.md", "---\ntitle: Good\ndate: 2024-01-01\n---\nText.\n");
        try (TestApp app = TestApp.start(folder, OFTEN)) {
            Path away = folder.resolve("away");
            Files.move(app.articles(), away);
            await("ERROR articles - " + articles()
                    + ": the articles folder must be there; what was known of it is kept");
            Files.move(away, app.articles());
            await("INFO articles - " + articles() + " is followed again");
        }
    }

    @Test
    void a_restart_on_another_folder_that_is_empty_says_so_and_serves_on() throws Exception {
        write("good.md", "---\ntitle: Good\ndate: 2024-01-01\n---\nText.\n");
        TestApp.start(folder, Map.of()).close();
        Files.move(folder.resolve("articles"), folder.resolve("away"));

        try (TestApp app = TestApp.startUnscanned(folder, Map.of())) {
            assertThat(app.printedFeeds()).anyMatch(line -> line.contains(" serves 1 article from "));
            await("ERROR articles - " + articles()
                    + ": the articles folder is another one and empty; what was known of it is kept");
        }
    }

    @Test
    void every_request_is_logged_if_wanted_on_the_fast_path_too() throws Exception {
        Log.to(
                new PrintStream(bytes, true, StandardCharsets.UTF_8),
                new LogRules(LogRules.Level.WARN, LogRules.Format.JSON, true, 20, 300));
        write("good.md", "---\ntitle: Good\ndate: 2024-01-01\n---\nText.\n");
        try (TestApp app = TestApp.start(folder, Map.of())) {
            String[] fields = {"User-Agent", "Reader \"1\"", "X-Forwarded-For", "203.0.113.7"};
            int made = app.get("/feed.rss?x=1", fields).body().length;
            await("\"bytes\":" + made);
            app.get("/feed.rss?x=1", fields);
            app.get("/nothing", fields);
            await("\"address\":\"/nothing\",\"status\":404");
            bare(
                    app,
                    "GET /feed.rss?x=1 HTTP/1.1\r\nHost: a\r\nUser-Agent: Reader \"1\"\r\n"
                            + "X-Forwarded-For: 203.0.113.7\r\n\r\n");
            await("/feed.rss?x=1 200 " + made + " - ");
        }
        assertThat(lines())
                .hasSize(4)
                .allSatisfy(line ->
                        assertThat(line).contains("\"client\":\"203.0.113.7\"", "\"agent\":\"Reader \\\"1\\\"\""));
        assertThat(lines())
                .filteredOn(line -> line.contains("\"address\":\"/feed.rss?x=1\",\"status\":200,\"bytes\":"))
                .hasSize(3);
    }

    /** As readers that keep their connections ask; what lies ready is answered without the server's own machinery then. */
    private static void bare(TestApp app, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), app.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read()).isEqualTo('H');
        }
    }

    @Test
    void requests_are_not_logged_by_default() throws Exception {
        try (TestApp app = TestApp.start(folder, Map.of())) {
            app.get("/feed.rss");
            app.get("/nothing");
        }
        assertThat(lines()).noneMatch(line -> line.contains("access"));
    }

    private void awaitScan(TestApp app) {
        Instant last = app.lastScan();
        Await.until("another scan", () -> !Objects.equals(app.lastScan(), last));
    }

    @Test
    void another_rule_for_ids_is_logged_once_at_the_start() throws Exception {
        write("a.md", "---\ntitle: A\ndate: 2024-01-01\n---\nText.\n");
        for (String rule : List.of("permalink", "permalink", "stable", "generator")) {
            bytes.reset();
            try (TestApp app = TestApp.start(folder, Map.of("articles.ids", rule))) {
                assertThat(app.get("/feed.rss").statusCode()).isEqualTo(200);
            }
            boolean isOther = !rule.equals("permalink");
            assertThat(lines().stream().filter(line -> line.contains("articles.ids is '" + rule + "' now")))
                    .as(rule)
                    .hasSize(isOther ? 1 : 0);
        }
    }
}
