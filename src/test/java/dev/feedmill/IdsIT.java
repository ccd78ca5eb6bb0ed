package dev.feedmill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ids} writes the ids of articles into their files, and nothing else. */
class IdsIT {
    private static final FileTime TIME = FileTime.from(Instant.parse("2023-05-06T07:08:09.123Z"));
    private static final Charset GB18030 = Charset.forName("GB18030");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, byte[]> before = new LinkedHashMap<>();

    private int ids(String... options) {
        String[] all = new String[options.length + 5];
        all[0] = "ids";
        all[1] = "--articles";
        all[2] = folder.resolve("articles").toString();
        all[3] = "--data";
        all[4] = folder.resolve("data").toString();
        System.arraycopy(options, 0, all, 5, options.length);
        return Commands.run(out, err, all);
    }

    private void put(String name, String text) throws IOException {
        put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void put(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve("articles").resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, TIME);
        before.put(name, bytes);
    }

    private byte[] now(String name) throws IOException {
        return Files.readAllBytes(folder.resolve("articles").resolve(name));
    }

    private void putEachKind() throws IOException {
        put("yaml.md", "---\ntitle: YAML\ndate: 2024-01-01\n---\n\nText.\n");
        put("indented.md", "---\n  title: Indented\n  date: 2024-01-02\n---\nText.\n");
        put("windows.md", "---\r\ntitle: Windows\r\ndate: 2024-01-03\r\n---\r\n\r\nText.\r\n");
        put("marked.md", "\ufeff---\ntitle: Marked\ndate: 2024-01-04\n---\nText.");
        put("toml.md", "+++\ntitle = \"TOML\"\ndate = 2024-01-05\n[extra]\na = 1\n+++\nText.\n");
        put("json.md", "{\n  \"title\": \"JSON\",\n  \"date\": \"2024-01-06\"\n}\n\nText.\n");
        put("semicolons.md", "\"title\": \"Hexo\",\n\"date\": \"2024-01-07\"\n;;;\nText.\n");
        put("oneline.md", "{\"title\":\"One\",\"date\":\"2024-01-08\"}\nText.\n");
        put("bare.md", "# Bare\n\nText.\n");
        put("页.md", "---\ntitle: 旧编码\ndate: 2024-01-09\n---\n\n旧编码的正文。\n".getBytes(GB18030));
        put("wide.md", "\ufeff---\ntitle: Wide\ndate: 2024-01-10\n---\nText.\n".getBytes(StandardCharsets.UTF_16LE));
        put("deep/open.md", "\n---\n\ntitle: Open\ndate: 2024-01-11\n...\nText.\n");
        put("draft.md", "---\ntitle: Draft\ndraft: true\n---\nText.\n");
        put("page.html", "<h1>Page</h1><p>Text.</p>");
    }

    private static Map<String, String> idsOf(TestApp app) throws Exception {
        Map<String, String> ids = new TreeMap<>();
        Matcher item = Pattern.compile("\"id\":\"([^\"]+)\",\"url\":\"[^\"]+\",\"title\":\"([^\"]+)\"")
                .matcher(app.text("/latest"));
        while (item.find()) {
            ids.put(item.group(2), item.group(1));
        }
        return ids;
    }

    @Test
    void each_file_gets_its_id_and_is_otherwise_untouched() throws Exception {
        putEachKind();
        Path named = folder.resolve("articles/yaml.md");
        Files.setPosixFilePermissions(named, PosixFilePermissions.fromString("rw-r-----"));
        Map<String, String> ids;
        try (TestApp app = TestApp.start(folder, Map.of())) {
            ids = idsOf(app);
            assertThat(ids).hasSize(before.size() - 1);
            // Also beside a server that runs.
            assertThat(ids("--write")).isZero();
            Await.until("all files are read", this::hasReadAll);
            assertThat(idsOf(app)).isEqualTo(ids);
        }
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(before.size() + " articles: " + before.size() + " got an id, 0 had one, 0 left alone");
        for (Map.Entry<String, byte[]> file : before.entrySet()) {
            byte[] now = now(file.getKey());
            assertThat(now.length)
                    .as(file.getKey())
                    .isBetween(file.getValue().length + 40, file.getValue().length + 160);
            assertThat(without(now, file.getValue())).as(file.getKey()).contains("urn:uuid:");
            assertThat(Files.getLastModifiedTime(folder.resolve("articles").resolve(file.getKey())))
                    .as(file.getKey())
                    .isEqualTo(TIME);
        }
        assertThat(new String(now("yaml.md"), StandardCharsets.UTF_8))
                .isEqualTo("---\nid: " + ids.get("YAML") + "\ntitle: YAML\ndate: 2024-01-01\n---\n\nText.\n");
        assertThat(new String(now("windows.md"), StandardCharsets.UTF_8))
                .startsWith("---\r\nid: " + ids.get("Windows") + "\r\ntitle");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(named)))
                .isEqualTo("rw-r-----");
        try (TestApp again = TestApp.start(folder, Map.of())) {
            assertThat(idsOf(again)).isEqualTo(ids);
        }
        try (TestApp clone = TestApp.start(
                folder, Map.of("library.data", folder.resolve("other").toString()))) {
            assertThat(idsOf(clone)).isEqualTo(ids);
        }
        err.reset();
        assertThat(ids("--write")).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("0 got an id, " + before.size() + " had one");
    }

    private boolean hasReadAll() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return Commands.run(
                        out,
                        out,
                        "ids",
                        "--dry-run",
                        "--articles",
                        folder.resolve("articles").toString(),
                        "--data",
                        folder.resolve("data").toString())
                == 0;
    }

    /** The inserted text, which must be one piece. */
    private static String without(byte[] now, byte[] before) {
        int start = 0;
        while (start < before.length && now[start] == before[start]) {
            start++;
        }
        int end = 0;
        while (end < before.length - start && now[now.length - 1 - end] == before[before.length - 1 - end]) {
            end++;
        }
        assertThat(start + end).isEqualTo(before.length);
        return new String(now, start, now.length - start - end, StandardCharsets.ISO_8859_1).replace("\0", "");
    }

    @Test
    void a_dry_run_shows_what_would_be_written_and_writes_nothing() throws Exception {
        put("a.md", "---\ntitle: A\ndate: 2024-01-01\nlang: en\n---\nText.\n");
        put("b.md", "---\ntitle: B\ndate: 2024-01-02\nid: mine\n---\nText.\n");
        put("c.md", "{\"title\":\"C\",\"date\":\"2024-01-08\"}");
        Map<String, String> ids;
        try (TestApp app = TestApp.start(folder, Map.of())) {
            ids = idsOf(app);
        }
        assertThat(ids("--write", "--dry-run")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
                        --- a/a.md
                        +++ b/a.md
                        @@ -1,4 +1,5 @@
                         ---
                        +id: %s
                         title: A
                         date: 2024-01-01
                         lang: en
                        --- a/c.md
                        +++ b/c.md
                        @@ -1 +1 @@
                        -{"title":"C","date":"2024-01-08"}
                        \\ No newline at end of file
                        +{"id": "%s","title":"C","date":"2024-01-08"}
                        \\ No newline at end of file
                        """.formatted(ids.get("A"), ids.get("C")));
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("3 articles: 2 would get an id, 1 had one");
        for (Map.Entry<String, byte[]> file : before.entrySet()) {
            assertThat(now(file.getKey())).isEqualTo(file.getValue());
        }
    }

    @Test
    void ids_that_cannot_be_written_are_reported_and_left_alone() throws Exception {
        put("first.md", "---\ntitle: First\ndate: 2024-01-01\nid: mine\n---\nText 1.\n");
        put("second.md", "---\ntitle: Second\ndate: 2024-01-02\nid: mine\n---\nText 2.\n");
        put("changed.md", "---\ntitle: Changed\ndate: 2024-01-03\n---\nText 3.\n");
        put("locked.md", "---\ntitle: Locked\ndate: 2024-01-04\n---\nText 4.\n");
        try (TestApp app = TestApp.start(folder, Map.of())) {
            assertThat(idsOf(app)).hasSize(4);
        }
        put("changed.md", "---\ntitle: Changed\ndate: 2024-01-03\n---\nText 3, edited.\n");
        Path locked = folder.resolve("articles/locked.md");
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r--r--r--"));
        assertThat(ids("--write")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .contains(
                        "changed.md: the file has changed since the server last read it; it is left alone",
                        "locked.md: the file is read-only; it is left alone",
                        "4 articles: 0 got an id, 1 had one, 3 left alone")
                .anyMatch(line ->
                        line.endsWith("it declares the id 'mine', which another article has; it is left alone"));
        for (Map.Entry<String, byte[]> file : before.entrySet()) {
            assertThat(now(file.getKey())).isEqualTo(file.getValue());
        }
        try (var files = Files.list(folder.resolve("articles"))) {
            assertThat(files).hasSize(4);
        }
    }

    @Test
    void a_dialect_in_which_id_means_something_else_gets_another_key() throws Exception {
        put("docusaurus.config.js", "module.exports = {title: 'Docs', url: 'https://docs.example', baseUrl: '/'};\n");
        put("blog/2024-01-01-a.md", "---\nid: a\ntitle: A\n---\nText.\n");
        String id;
        try (TestApp app = TestApp.start(folder, Map.of())) {
            id = idsOf(app).get("A");
        }
        assertThat(id).startsWith("urn:uuid:");
        assertThat(ids("--write")).isZero();
        assertThat(new String(now("blog/2024-01-01-a.md"), StandardCharsets.UTF_8))
                .isEqualTo("---\nguid: " + id + "\nid: a\ntitle: A\n---\nText.\n");
    }

    @Test
    void without_an_option_it_explains_itself() {
        assertThat(ids()).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--dry-run", "--write");
        assertThat(ids("--write")).isEqualTo(1);
    }
}
