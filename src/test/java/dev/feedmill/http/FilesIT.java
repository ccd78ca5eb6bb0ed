package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.Await;
import dev.feedmill.TestApp;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files beside articles: who may have them, and how. */
class FilesIT {
    private static final byte[] PICTURE = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    static Path folder;

    private static TestApp app;

    @BeforeAll
    static void start() throws Exception {
        TestApp.write(folder, "posts/tour.md", """
                ---
                title: Tour
                date: 2024-05-01
                cover: ../shared/cover.jpg
                ---
                ![](hill.png) ![](/images/lake.svg) ![](<sea view.png>) [the data](data.zip)
                ![](../.secret/a.png) ![](.hidden.png) ![](../../outside.png) ![](linked.png) ![](gone.png)
                <video src="walk.mp4" poster="walk.jpg"></video> [page](run.html) [me](http://example.org/x.png)
                """);
        TestApp.write(folder, "posts/draft.md", "---\ntitle: Draft\ndraft: true\n---\n![](draft.png)\n");
        TestApp.write(folder, "posts/signs.md", """
                ---
                title: Signs
                date: 2024-05-02
                cover: c%3Fv%20r.png
                enclosure: s%3F%23%2525%20d.mp3
                transcript: t%3F%23%20t.vtt
                chapters: my chapters.json
                ---
                ![](q%3Fm.png) <img src="h%23m.png"> ![](p%2525m.png) ![](100%25.png) ![](b%20m.png?v=2)
                ![](d%3F%23/x%3F.png) [data](z%3F%23.zip)
                """);
        TestApp.write(
                folder,
                "posts/blank.md",
                "---\ntitle: Blank\ndate: 2024-05-03\ncover: the north sea.png\n---\nText.\n");
        TestApp.write(
                folder, "posts/words.md", "---\ntitle: Words\ndate: 2024-05-04\ncover: A sea. And more.\n---\nText.\n");
        for (String name : new String[] {
            "posts/the north sea.png",
            "posts/c?v r.png",
            "posts/s?#%25 d.mp3",
            "posts/t?# t.vtt",
            "posts/my chapters.json",
            "posts/q?m.png",
            "posts/h#m.png",
            "posts/p%25m.png",
            "posts/100%.png",
            "posts/b m.png",
            "posts/d?#/x?.png",
            "posts/z?#.zip",
            "shared/cover.jpg",
            "posts/hill.png",
            "images/lake.svg",
            "posts/sea view.png",
            "posts/data.zip",
            "posts/walk.mp4",
            "posts/walk.jpg",
            "posts/draft.png",
            "posts/unnamed.png",
            ".secret/a.png",
            "posts/.hidden.png",
            "posts/run.html",
            "../outside.png"
        }) {
            put(name);
        }
        Files.createSymbolicLink(folder.resolve("articles/posts/linked.png"), folder.resolve("outside.png"));
        app = TestApp.start(
                folder,
                "feeds: [{name: show, podcast: {category: History, explicit: false}}]\n",
                Map.of(),
                Clock.systemUTC());
    }

    private static void put(String name) throws IOException {
        Path file = folder.resolve("articles").resolve(name).normalize();
        Files.createDirectories(file.getParent());
        Files.write(file, PICTURE);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "posts/hill.png|image/png",
                "images/lake.svg|image/svg+xml",
                "posts/sea%20view.png|image/png",
                "posts/data.zip|application/zip",
                "shared/cover.jpg|image/jpeg",
                "posts/walk.mp4|video/mp4",
                "posts/walk.jpg|image/jpeg"
            })
    void what_an_article_shows_is_at_its_address(String line) throws Exception {
        String path = "/files/" + line.substring(0, line.indexOf('|'));
        assertThat(app.text("/feed.json") + app.text("/articles/tour")).contains(path);
        HttpResponse<byte[]> answer = app.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(PICTURE);
        assertThat(header(answer, "Content-Type")).isEqualTo(line.substring(line.indexOf('|') + 1));
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(answer, "ETag")).matches("\"[0-9a-f]{64}\"");
        assertThat(app.send("HEAD", path).headers().firstValue("Content-Length"))
                .contains("16");
    }

    @Test
    void a_picture_of_front_matter_may_have_blanks_in_its_name_and_a_sentence_is_none() throws Exception {
        assertThat(app.text("/feed.json"))
                .contains("\"image\":\"http://localhost:" + app.port() + "/files/posts/the%20north%20sea.png\"")
                .doesNotContain("And more");
        assertThat(app.text("/status.json")).doesNotContain("And more");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c%3Fv%20r.png",
                "s%3F%23%2525%20d.mp3",
                "t%3F%23%20t.vtt",
                "my%20chapters.json",
                "q%3Fm.png",
                "h%23m.png",
                "p%2525m.png",
                "100%25.png",
                "b%20m.png",
                "d%3F%23/x%3F.png",
                "z%3F%23.zip"
            })
    void a_name_with_signs_of_urls_is_encoded_in_its_address(String name) throws Exception {
        String path = "/files/posts/" + name;
        for (String feed : new String[] {"/feeds/show.rss", "/feed.json", "/articles/signs"}) {
            boolean isOfPodcasts = name.endsWith(".vtt") || name.endsWith("chapters.json");
            if (feed.endsWith(".rss") || !isOfPodcasts) {
                assertThat(app.text(feed)).as(feed).contains("http://localhost:" + app.port() + path);
            }
        }
        HttpResponse<byte[]> answer = app.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(PICTURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "posts/unnamed.png",
                "posts/draft.png",
                "posts/draft.md",
                "posts/tour.md",
                "posts/linked.png",
                "posts/gone.png",
                "posts/.hidden.png",
                ".secret/a.png",
                "outside.png",
                "../outside.png",
                "..%2foutside.png",
                "%2e%2e/outside.png",
                "posts/..%2fhill.png",
                "posts%2fhill.png",
                "posts//hill.png",
                "posts/./hill.png",
                "posts/hill.png%00",
                "posts/hill.PNG",
                "posts%5chill.png",
                "posts/",
                "",
                "/etc/passwd",
                "%2fetc%2fpasswd",
                "../../../../etc/passwd"
            })
    void nobody_has_anything_else(String path) throws Exception {
        String answer = app.wire("GET /files/" + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1.1 (404|400) .*").doesNotContain("0123456789");
    }

    @Test
    void other_bytes_have_another_tag_though_size_and_time_are_the_same() throws Exception {
        Path file = folder.resolve("articles/posts/walk.jpg");
        FileTime time = Files.getLastModifiedTime(file);
        String tag = header(app.get("/files/posts/walk.jpg"), "ETag");
        Files.write(file, "fedcba9876543210".getBytes(StandardCharsets.US_ASCII));
        Files.setLastModifiedTime(file, time);
        Await.until(
                "what was put there",
                () -> !header(app.get("/files/posts/walk.jpg"), "ETag").equals(tag));
        Files.write(file, PICTURE);
        Await.until(
                "what was put there",
                () -> header(app.get("/files/posts/walk.jpg"), "ETag").equals(tag));
    }

    @Test
    void parts_are_sent_of_what_is_still_the_same() throws Exception {
        String path = "/files/posts/hill.png";
        String tag = header(app.get(path), "ETag");
        HttpResponse<byte[]> part = app.get(path, "Range", "bytes=4-7", "If-Range", tag);
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).asString(StandardCharsets.US_ASCII).isEqualTo("4567");
        assertThat(header(part, "Content-Range")).isEqualTo("bytes 4-7/16");
        assertThat(app.get(path, "Range", "bytes=-3").body())
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("def");
        assertThat(app.get(path, "Range", "bytes=14-99").body())
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("ef");
        assertThat(app.get(path, "Range", "bytes=4-7", "If-Range", "\"other\"").body())
                .isEqualTo(PICTURE);
        HttpResponse<byte[]> none = app.get(path, "Range", "bytes=16-");
        assertThat(none.statusCode()).isEqualTo(416);
        assertThat(header(none, "Content-Range")).isEqualTo("bytes */16");
        assertThat(app.get(path, "Range", "bytes=0-1,4-5").statusCode()).isEqualTo(200);
        assertThat(app.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(app.get(path, "If-Match", "\"other\"").statusCode()).isEqualTo(412);
    }

    @Test
    void active_content_is_sandboxed_and_archives_are_downloaded() throws Exception {
        assertThat(header(app.get("/files/images/lake.svg"), "Content-Security-Policy"))
                .contains("sandbox");
        assertThat(header(app.get("/files/posts/data.zip"), "Content-Disposition"))
                .isEqualTo("attachment");
    }

    @Test
    void what_is_not_there_is_shown_nowhere_and_said() throws Exception {
        String page = app.text("/articles/tour");
        assertThat(page).doesNotContain("gone.png", "outside.png", "hidden.png", "linked.png", "/.secret");
        assertThat(app.text("/status.json"))
                .contains(
                        "there is no 'gone.png' in the folder", "'linked.png' is a link that leads out of the folder");
    }

    @Test
    void a_file_that_comes_or_goes_is_shown_or_not() throws Exception {
        String page = "/articles/later";
        TestApp.write(folder, "posts/later.md", "---\ntitle: Later\ndate: 2024-06-01\n---\n![](later.png)\n");
        Await.until("what was put there", () -> app.text("/status.json").contains("there is no 'later.png'"));
        assertThat(app.text(page)).doesNotContain("later.png");
        write("posts/later.png", "bytes of its own");
        Await.until("what was put there", () -> app.text(page).contains("/files/posts/later.png"));
        assertThat(app.get("/files/posts/later.png").statusCode()).isEqualTo(200);
        assertThat(app.text("/status.json")).doesNotContain("there is no 'later.png'");
        Files.delete(app.articles().resolve("posts/later.png"));
        Await.until("what was put there", () -> !app.text(page).contains("later.png"));
        assertThat(app.get("/files/posts/later.png").statusCode()).isEqualTo(404);
    }

    @Test
    void a_file_that_moves_is_found_at_its_old_address_as_long_as_it_is_public() throws Exception {
        article("moves", "![](one/a.png) ![](plan.png)", "");
        write("posts/one/a.png", "moving bytes");
        write("posts/plan.png", "bytes of a plan");
        Await.until("what was put there", () -> app.get("/files/posts/plan.png").statusCode() == 200);
        move("posts/one/a.png", "posts/two/b.png");
        move("posts/plan.png", "posts/hidden-plan.png");
        article("moves", "![](two/b.png)", "");
        article("hidden", "![](hidden-plan.png)", "draft: true\n");
        Await.until(
                "what was put there", () -> app.get("/files/posts/two/b.png").statusCode() == 200);
        HttpResponse<byte[]> moved = app.get("/files/posts/one/a.png");
        assertThat(moved.statusCode()).isEqualTo(301);
        assertThat(header(moved, "Location")).endsWith("/files/posts/two/b.png");
        assertThat(app.get("/files/posts/plan.png").statusCode()).isEqualTo(404);
        assertThat(app.get("/files/posts/hidden-plan.png").statusCode()).isEqualTo(404);

        // The folder moves with its article, and then what was never public has the same bytes.
        Files.createDirectories(app.articles().resolve("later"));
        move("posts/two", "later/two");
        move("posts/moves.md", "later/moves.md");
        Await.until(
                "what was put there", () -> app.get("/files/later/two/b.png").statusCode() == 200);
        assertThat(header(app.get("/files/posts/one/a.png"), "Location")).endsWith("/files/later/two/b.png");
        assertThat(header(app.get("/files/posts/two/b.png"), "Location")).endsWith("/files/later/two/b.png");
        write("posts/copy.png", "moving bytes");
        article("hidden", "![](copy.png)", "draft: true\n");
        Await.until("what was put there", () -> !app.text("/status.json").contains("there is no 'hidden-plan.png'"));
        assertThat(app.get("/files/posts/copy.png").statusCode()).isEqualTo(404);
    }

    @Test
    void a_requested_file_goes_with_its_article_and_changes_with_its_bytes() throws Exception {
        article("open", "![](open.png)", "");
        write("posts/open.png", "first bytes");
        String file = "/files/posts/open.png";
        Await.until("what was put there", () -> app.text(file).equals("first bytes"));
        write("posts/open.png", "other bytes");
        Await.until("what was put there", () -> app.text(file).equals("other bytes"));
        article("open", "![](open.png)", "draft: true\n");
        Await.until("what was put there", () -> !app.text("/feed.json").contains("open.png"));
        assertThat(app.get(file).statusCode()).isEqualTo(404);
    }

    @Test
    void a_file_that_moves_is_found_with_its_own_article_though_another_has_the_same_bytes() throws Exception {
        article("owner", "![](own/a.png)", "");
        article("other", "![](same.png)", "");
        TestApp.write(folder, "posts/newest.md", "---\ntitle: Newest\ndate: 2024-07-01\n---\n![](newest.png)\n");
        for (String name : List.of("posts/own/a.png", "posts/same.png", "posts/newest.png")) {
            write(name, "bytes of three");
        }
        Await.until(
                "what was put there", () -> app.get("/files/posts/own/a.png").statusCode() == 200);
        move("posts/own/a.png", "posts/own/z.png");
        article("owner", "![](own/z.png)", "");
        Await.until(
                "what was put there", () -> app.get("/files/posts/own/z.png").statusCode() == 200);
        assertThat(header(app.get("/files/posts/own/a.png"), "Location")).endsWith("/files/posts/own/z.png");
    }

    private static void article(String name, String body, String header) throws IOException {
        TestApp.write(
                folder,
                "posts/" + name + ".md",
                "---\ntitle: " + name + "\ndate: 2024-06-01\n" + header + "---\n" + body + "\n");
    }

    private static void write(String name, String bytes) throws IOException {
        TestApp.write(folder, name, bytes);
    }

    private static void move(String from, String to) throws IOException {
        Path file = app.articles().resolve(to);
        Files.createDirectories(file.getParent());
        Files.move(app.articles().resolve(from), file);
    }

    @Test
    void many_requests_over_one_connection_are_answered_and_large_files_whole() throws Exception {
        byte[] large = new byte[3_000_000];
        new Random(5).nextBytes(large);
        Files.write(app.articles().resolve("posts/large.bin.zip"), large);
        TestApp.write(folder, "posts/large.md", "---\ntitle: Large\ndate: 2024-06-02\n---\n[all](large.bin.zip)\n");
        Await.until(
                "what was put there",
                () -> app.get("/files/posts/large.bin.zip").statusCode() == 200);
        for (int i = 0; i < 5; i++) {
            assertThat(app.get("/files/posts/large.bin.zip").body()).isEqualTo(large);
            assertThat(app.get("/files/posts/hill.png").body()).isEqualTo(PICTURE);
        }
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
