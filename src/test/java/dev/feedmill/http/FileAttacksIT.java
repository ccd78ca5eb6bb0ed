package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.TestApp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways to files that nobody may have, as they are tried: on the wire, and by authors in their articles. */
class FileAttacksIT {
    private static final String SECRET = "secret bytes";

    @TempDir
    static Path folder;

    private static TestApp app;

    @BeforeAll
    static void start() throws Exception {
        article("tour", "", """
                ![](a.png) ![](../../secret.png) ![](/etc/passwd) ![](../../../../../../etc/hostname.png)
                ![](%2e%2e/%2e%2e/secret.png) ![](..%2f..%2fsecret.png) ![](%252e%252e/secret.png) ![](..\\\\..\\\\secret.png)
                ![](.git/logo.png) ![](../.git/logo.png) ![](.hidden.png) ![](a.png%00.txt) ![](out.png) ![](outside/secret.png)
                ![](file:///etc/hostname.png) ![](loop.png) ![](folder.png) ![](/static/../../secret.png) ![](a.png/b.png)
                <img srcset="../../secret.png 1x, .hidden.png 2x"> <video poster="../../secret.png" src="out.png"></video>
                [config](../feedmill.yaml) [text](draft.md) [key](id_rsa) [env](.env) [data](../../data/library.db)
                """);
        article("draft", "draft: true\n", "![](draft.png)");
        article("soon", "date: 2999-01-01\n", "![](soon.png)");
        article("ended", "expiryDate: 2020-01-01\n", "![](ended.png)");
        article("excluded", "", "![](excluded.png)");
        for (String name : new String[] {
            "posts/a.png",
            "posts/draft.png",
            "posts/soon.png",
            "posts/ended.png",
            "posts/excluded.png",
            "posts/unnamed.png",
            "posts/.hidden.png",
            ".git/logo.png",
            "posts/.git/logo.png",
            "posts/folder.png/inner.png",
            "posts/.env",
            "posts/id_rsa",
            "feedmill.yaml",
            "../secret.png",
            "../outside/secret.png",
            "posts/deep/.well/known.png"
        }) {
            Path file = folder.resolve("articles").resolve(name).normalize();
            Files.createDirectories(file.getParent());
            Files.writeString(file, name.equals("posts/a.png") ? "open" : SECRET);
        }
        link("posts/out.png", folder.resolve("secret.png"));
        link("posts/outside", folder.resolve("outside"));
        link("posts/loop.png", Path.of("loop.png"));
        link("posts/dot.png", Path.of(".hidden.png"));
        app = TestApp.start(folder, Map.of("articles.exclude", "posts/excluded.*"));
    }

    private static void article(String name, String header, String body) throws IOException {
        String date = header.contains("date: 2999") ? "" : "date: 2024-05-01\n";
        TestApp.write(
                folder, "posts/" + name + ".md", "---\ntitle: " + name + "\n" + date + header + "---\n" + body + "\n");
    }

    private static void link(String name, Path target) throws IOException {
        Files.createSymbolicLink(folder.resolve("articles").resolve(name), target);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void what_is_public_is_answered() throws Exception {
        assertThat(new String(app.get("/files/posts/a.png").body(), StandardCharsets.UTF_8))
                .isEqualTo("open");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/files/../secret.png",
                "/files/posts/../../secret.png",
                "/files/posts/../a.png/../../secret.png",
                "/files/./../secret.png",
                "/files/%2e%2e/secret.png",
                "/files/%2E%2E/secret.png",
                "/files/.%2e/secret.png",
                "/files/%2e./secret.png",
                "/files/posts/%2e%2e/%2e%2e/secret.png",
                "/files/%252e%252e/secret.png",
                "/files/%25252e%25252e/secret.png",
                "/files/..%2fsecret.png",
                "/files/..%2Fsecret.png",
                "/files/..%252fsecret.png",
                "/files/%2e%2e%2fsecret.png",
                "/files/..%5csecret.png",
                "/files/..\\secret.png",
                "/files/posts\\a.png",
                "/files/posts%5ca.png",
                "/files/%c0%ae%c0%ae/secret.png",
                "/files/%c0%ae%c0%ae%c0%afsecret.png",
                "/files/%e0%80%ae%e0%80%ae/secret.png",
                "/files/%f0%80%80%ae%f0%80%80%ae/secret.png",
                "/files/..%c0%afsecret.png",
                "/files/%uff0e%uff0e/secret.png",
                "/files/%ef%bc%8e%ef%bc%8e/secret.png",
                "/files/%e2%80%a5/secret.png",
                "/files/..;/secret.png",
                "/files/..;x=1/secret.png",
                "/files/posts;/draft.png",
                "/files/posts/draft.png;.png",
                "/files//etc/passwd",
                "/files///etc/passwd",
                "/files/%2fetc%2fpasswd",
                "/files/etc/passwd",
                "/files/file:///etc/passwd",
                "/files/C:%5cwindows%5cwin.ini",
                "/files/posts//draft.png",
                "/files/posts/./draft.png",
                "/files/posts/draft.png",
                "/files/posts/soon.png",
                "/files/posts/ended.png",
                "/files/posts/excluded.png",
                "/files/posts/unnamed.png",
                "/files/posts/draft.md",
                "/files/posts/tour.md",
                "/files/posts/.hidden.png",
                "/files/posts/dot.png",
                "/files/.git/logo.png",
                "/files/.git/config",
                "/files/posts/.git/logo.png",
                "/files/%2egit/logo.png",
                "/files/posts/.env",
                "/files/posts/id_rsa",
                "/files/feedmill.yaml",
                "/files/data/library.db",
                "/files/../data/library.db",
                "/files/posts/out.png",
                "/files/posts/outside/secret.png",
                "/files/posts/loop.png",
                "/files/posts/folder.png",
                "/files/posts/folder.png/inner.png",
                "/files/posts/a.png/..",
                "/files/posts/a.png/b.png",
                "/files/posts/a.png%00",
                "/files/posts/a.png%00.png",
                "/files/posts/draft.png%00.png",
                "/files/posts/a.png%20",
                "/files/posts/a.png.",
                "/files/posts/a.png...",
                "/files/posts/a.png%0a",
                "/files/posts/a.png::$DATA",
                "/files/POSTS/a.png",
                "/files/posts/A.PNG",
                "/files/posts/a.pn%67%2f",
                "/files/posts/a.png~",
                "/files/posts/%61%2e%70%6e%67%2f..",
                "/files/posts/*.png",
                "/files/posts/",
                "/files/posts",
                "/files/",
                "/files",
                "/FILES/posts/a.png",
                "/files/posts/%",
                "/files/posts/%zz.png",
                "/files/posts/%ff.png",
                "/files/posts/%ed%a0%80.png",
                "/source/posts/a.png",
                "/source/../secret.png",
                "/assets/../files/posts/draft.png",
                "/posts/a.png",
                "/articles/..%2f..%2fsecret.png"
            })
    void nobody_has_what_is_not_public(String path) throws Exception {
        for (String method : new String[] {"GET", "HEAD"}) {
            String answer = app.wire(method + " " + path
                    + " HTTP/1.1\r\nHost: localhost\r\nRange: bytes=0-3\r\nConnection: close\r\n\r\n");
            assertThat(answer).as("%s %s", method, path).matches("(?s)HTTP/1.1 (404|400) .*");
            assertThat(answer).doesNotContain(SECRET, "root:");
        }
    }

    @Test
    void names_of_any_length_are_answered() throws Exception {
        assertThat(app.get("/files/" + "a".repeat(300) + ".png").statusCode()).isEqualTo(404);
        assertThat(app.get("/files/" + "a/".repeat(3000) + "a.png").statusCode())
                .isEqualTo(404);
    }

    @Test
    void no_page_and_no_feed_names_a_file_that_is_not_served() throws Exception {
        for (String path : new String[] {"/articles/tour", "/feed.json", "/feed.rss", "/feed.atom", "/latest"}) {
            assertThat(app.text(path))
                    .contains("/files/posts/a.png")
                    .doesNotContain(
                            "secret.png", ".hidden", ".git", "out.png", "passwd", "hostname", "feedmill.yaml", ".env");
        }
    }
}
