package dev.feedmill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code export} writes what the server would answer as files. */
class ExportIT {
    private static final String BASE = "https://feeds.example.org";

    /** Files for hosts, which no server answers. */
    private static final Set<String> FOR_HOSTS =
            Set.of("404.html", ".nojekyll", "_headers", "_redirects", "feedmill-nginx.conf", ".feedmill-export");

    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

    @TempDir
    Path folder;

    private Path target;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void hang() throws IOException {
        target = folder.resolve("site");
        Files.createDirectories(folder.resolve("articles"));
    }

    private int export(Path into, String... options) {
        out.reset();
        err.reset();
        List<String> all = new ArrayList<>(List.of(
                "export",
                into.toString(),
                "--articles",
                folder.resolve("articles").toString(),
                "--data",
                folder.resolve("data").toString()));
        all.addAll(List.of(options));
        return Commands.run(
                Map.of("FEEDMILL_FEEDS_ITEMS", "3", "FEEDMILL_ARTICLES_SETTLE_TIME", "0ms"),
                out,
                err,
                all.toArray(String[]::new));
    }

    private int export() {
        return export(target, "--base-url", BASE);
    }

    private void copySeeds() throws IOException {
        Path seeds = Path.of("seeds");
        try (Stream<Path> files = Files.walk(seeds)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve("articles")
                        .resolve(seeds.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private void post(String name, String header, String body) throws IOException {
        TestApp.write(folder, name, "---\ntitle: " + name + "\n" + header + "\n---\n\n" + body + "\n");
    }

    private static Map<String, byte[]> files(Path root) throws IOException {
        Map<String, byte[]> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.put(root.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return all;
    }

    private static Set<String> differences(Map<String, byte[]> one, Map<String, byte[]> other) {
        Set<String> names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        return names.stream()
                .filter(name -> !java.util.Arrays.equals(one.get(name), other.get(name)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String text(String path) throws IOException {
        return Files.readString(target.resolve(path));
    }

    /** The address from which a web server serves a file. */
    private static String address(String file) {
        String page = file.endsWith("index.html")
                ? file.substring(0, file.length() - 10)
                : file.endsWith(".html") ? file.substring(0, file.length() - 5) : file;
        try {
            return new URI(null, null, "/" + page, null).toASCIIString();
        } catch (java.net.URISyntaxException e) {
            throw new IllegalArgumentException(file, e);
        }
    }

    @Test
    void every_file_is_what_the_server_answers() throws Exception {
        copySeeds();
        post("here.md", "date: 2024-02-03\naliases: [/old/here]", "See [there](there.md) and ![a picture](p.png).");
        post("there.md", "date: 2024-02-04\ntags: [a tag]", "There.");
        Files.write(folder.resolve("articles/p.png"), new byte[] {1, 2, 3});
        assertThat(export()).as(err::toString).isEqualTo(Main.DONE);
        Map<String, byte[]> files = files(target);
        assertThat(files.keySet())
                .contains("index.html", "feed.rss", "feed.rss.gz", "archive/1/feed.atom", "files/p.png");
        try (TestApp app =
                TestApp.start(folder, Map.of("server.base-url", BASE, "site.search", "false", "feeds.items", "3"))) {
            int compared = 0;
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                String name = file.getKey();
                if (FOR_HOSTS.contains(name) || name.startsWith("source/")) {
                    continue;
                }
                boolean isGzip = name.endsWith(".gz");
                boolean isBrotli = name.endsWith(".br");
                String plain = isGzip || isBrotli ? name.substring(0, name.length() - 3) : name;
                HttpResponse<byte[]> response =
                        app.get(address(plain), "Accept-Encoding", isGzip ? "gzip" : isBrotli ? "br" : "identity");
                assertThat(response.statusCode()).as(name).isEqualTo(200);
                assertThat(response.body()).as(name).isEqualTo(file.getValue());
                compared++;
            }
            assertThat(compared).isGreaterThan(300);
        }
        assertThat(new GZIPInputStream(new ByteArrayInputStream(files.get("feed.rss.gz"))).readAllBytes())
                .isEqualTo(files.get("feed.rss"));
    }

    @Test
    void lists_lead_to_every_article_and_their_older_pages_stay() throws Exception {
        for (int i = 10; i < 60; i++) {
            String feed = i % 5 == 0 ? "\nfeed: false" : "";
            String labels = "\ncategories: [R & D]\ntags: [t" + i % 2 + "]";
            post("n" + i + ".md", "date: 2024-01-" + (i % 28 + 1) + feed + labels, "N.");
        }
        assertThat(export()).as(err::toString).isEqualTo(Main.DONE);
        Map<String, byte[]> first = files(target);
        assertThat(articlesOf(first, "index.html")).hasSize(50);
        assertThat(articlesOf(first, "categories/R-D.html")).hasSize(50);
        assertThat(articlesOf(first, "tags/t1.html")).hasSize(25);
        assertThat(first.keySet()).contains("archive/1.html").doesNotContain("archive/20.html");

        post("newest.md", "date: 2024-03-01\ncategories: [R & D]", "N.");
        assertThat(export()).isEqualTo(Main.DONE);
        assertThat(articlesOf(files(target), "index.html")).hasSize(51);
        assertThat(differences(first, files(target)))
                .contains("index.html")
                .filteredOn(name -> name.matches("archive/\\d+(/.*)?\\.html"))
                .allMatch(name -> name.matches("archive/1[345](/.*)?\\.html"));
    }

    /** The addresses of the articles of a list and of all older pages to which it leads, one by one. */
    private static Set<String> articlesOf(Map<String, byte[]> files, String list) {
        Set<String> articles = new TreeSet<>();
        Set<String> visited = new TreeSet<>();
        for (String name = list; name != null; ) {
            assertThat(visited.add(name)).as(name).isTrue();
            Document page = Jsoup.parse(
                    new String(Objects.requireNonNull(files.get(name), name), StandardCharsets.UTF_8),
                    BASE + address(name));
            page.select(".items article a[href*=articles/]").forEach(link -> articles.add(link.absUrl("href")));
            Element older = page.selectFirst("a[rel=next]");
            name = older == null
                    ? null
                    : URI.create(older.absUrl("href")).getPath().substring(1) + ".html";
        }
        return articles;
    }

    @Test
    void no_page_or_feed_leads_to_what_is_not_there() throws Exception {
        copySeeds();
        for (int i = 0; i < 30; i++) {
            post("n" + i + ".md", "date: 2024-01-01", "N.");
        }
        post("here.md", "date: 2024-02-03", "See [there](there.md) and ![a picture](p.png).");
        post("there.md", "date: 2024-02-04", "There.");
        Files.write(folder.resolve("articles/p.png"), new byte[] {1, 2, 3});
        assertThat(export()).isEqualTo(Main.DONE);
        Set<String> lost = new TreeSet<>();
        int links = 0;
        Map<String, byte[]> files = files(target);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String name = file.getKey();
            if (!name.matches(".*\\.(html|rss|atom|opml|xml)")) {
                continue;
            }
            String at = BASE + (name.equals("404.html") ? "/deep/in/it" : address(name));
            for (Element element : Jsoup.parse(new String(file.getValue(), StandardCharsets.UTF_8), at)
                    .select("[href],[src],[action],[xmlUrl],[htmlUrl],[url]")) {
                for (String key : List.of("href", "src", "action", "xmlurl", "htmlurl", "url")) {
                    boolean isElsewhere =
                            element.hasAttr(key) && !element.attr(key).startsWith("#");
                    String url = isElsewhere ? element.absUrl(key) : "";
                    if (url.startsWith(BASE + "/") && !isThere(files, url)) {
                        lost.add(name + " -> " + url);
                    }
                    links += url.startsWith(BASE) ? 1 : 0;
                }
            }
            assertThat(new String(file.getValue(), StandardCharsets.UTF_8))
                    .as(name)
                    .doesNotContain("role=\"search\"", "?older=", "?page=");
        }
        assertThat(lost).isEmpty();
        assertThat(links).isGreaterThan(500);
    }

    private static boolean isThere(Map<String, byte[]> files, String url) {
        String path = URI.create(url.replaceFirst("[?#].*$", "")).getPath().substring(1);
        return files.containsKey(path)
                || files.containsKey(path + ".html")
                || files.containsKey((path.isEmpty() || path.endsWith("/") ? path : path + "/") + "index.html");
    }

    @Test
    void a_second_export_writes_nothing() throws Exception {
        copySeeds();
        export();
        try (Stream<Path> files = Files.walk(target)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, LONG_AGO);
            }
        }
        assertThat(export()).isEqualTo(Main.DONE);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("0 files written, 0 removed");
        try (Stream<Path> files = Files.walk(target)) {
            assertThat(files.filter(Files::isRegularFile))
                    .allSatisfy(
                            file -> assertThat(Files.getLastModifiedTime(file)).isEqualTo(LONG_AGO));
        }
    }

    @Test
    void what_is_gone_is_removed_and_nothing_else() throws Exception {
        post("a.md", "date: 2024-02-03\ntags: [kept]", "A.");
        post("b.md", "date: 2024-02-04\ntags: [gone]", "B.");
        export();
        Files.writeString(target.resolve("CNAME"), "feeds.example.org");
        Files.writeString(target.resolve("tags/mine.txt"), "mine");
        Files.delete(folder.resolve("articles/b.md"));
        assertThat(export()).isEqualTo(Main.DONE);
        assertThat(files(target).keySet())
                .contains("CNAME", "tags/mine.txt", "tags/kept.html", "articles/a.html")
                .doesNotContain("tags/gone.html", "tags/gone.rss.gz", "articles/b.html");
        assertThat(text("feedmill-nginx.conf")).contains("location = \"/articles/b\" { return 410; }");
    }

    @Test
    void a_file_that_no_export_wrote_is_left_alone() throws Exception {
        post("a.md", "date: 2024-02-03", "A.");
        export();
        post("b.md", "date: 2024-02-04", "B.");
        Files.writeString(target.resolve("articles/b.html"), "mine");
        assertThat(export()).isEqualTo(Main.CANNOT);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("articles/b.html");
        assertThat(text("articles/b.html")).isEqualTo("mine");
    }

    @Test
    void a_folder_with_other_files_is_refused() throws Exception {
        Files.createDirectories(target);
        Files.writeString(target.resolve("mine.txt"), "mine");
        assertThat(export()).isEqualTo(Main.CANNOT);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("must be empty or hold an earlier export");
        assertThat(files(target)).containsOnlyKeys("mine.txt");
    }

    @Test
    void the_public_address_must_be_known() {
        assertThat(export(target)).isEqualTo(Main.WRONG_SETTINGS);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--base-url").contains("server.base-url");
        assertThat(target).doesNotExist();
    }

    @Test
    void a_check_writes_nothing_and_names_each_difference() throws Exception {
        post("a.md", "date: 2024-02-03", "A.");
        assertThat(export(target, "--base-url", BASE, "--check")).isEqualTo(Main.CANNOT);
        assertThat(target).doesNotExist();
        export();
        assertThat(export(target, "--base-url", BASE, "--check")).isEqualTo(Main.DONE);
        Map<String, byte[]> before = files(target);
        post("a.md", "date: 2024-02-03", "Another text.");
        post("b.md", "date: 2024-02-04", "B.");
        assertThat(export(target, "--base-url", BASE, "--check")).isEqualTo(Main.CANNOT);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .contains("changed: articles/a.html", "new: articles/b.html", "changed: feed.rss");
        assertThat(differences(before, files(target))).isEmpty();
    }

    @Test
    void the_next_export_completes_a_killed_one() throws Exception {
        copySeeds();
        export();
        Map<String, byte[]> whole = files(target);
        Files.writeString(target.resolve(".feedmill-export.tmp"), "half a fi");
        Files.writeString(target.resolve("articles/half.html"), "of an article that is gone");
        Files.writeString(target.resolve("feed.rss"), "older");
        Files.delete(target.resolve("feed.atom.br"));
        Files.writeString(
                target.resolve(".feedmill-export"), text(".feedmill-export") + "articles/half.html\narticles/n");
        assertThat(export()).isEqualTo(Main.DONE);
        assertThat(differences(whole, files(target))).isEmpty();
    }

    @Test
    void old_addresses_redirect() throws Exception {
        post("a.md", "date: 2024-02-03\naliases: [/2024/a/, '/x: y.html']\ntags: [one]", "A.");
        post("b.md", "date: 2024-02-04\nlink: https://blog.example/b\naliases: [/old/b]", "B.");
        export();
        assertThat(text("_redirects").lines())
                .contains(
                        "/2024/a /articles/a 301",
                        "/2024/a/ /articles/a 301",
                        "/x%3A%20y.html /articles/a 301",
                        "/old/b https://blog.example/b 301",
                        "/atom.xml /feed.atom 301",
                        "/.well-known/feeds /feeds.opml 301");
        assertThat(text("feedmill-nginx.conf").lines())
                .contains("location = \"/x: y.html\" { return 301 \"/articles/a\"; }");
        assertThat(text("_headers")).contains("/latest\n  Content-Type: application/json");
    }

    @Test
    void an_impossible_file_name_is_reported_and_the_rest_is_written() throws Exception {
        post("a.md", "date: 2024-02-03\ntags: [" + "金".repeat(100) + ", short]", "A.");
        assertThat(export()).isEqualTo(Main.CANNOT);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("longer than 255 bytes");
        assertThat(files(target)).containsKeys("tags/short.html", "feed.rss");
    }

    @Test
    void below_a_path_all_files_for_hosts_name_it() throws Exception {
        post("a.md", "date: 2024-02-03\naliases: [/2024/a]", "A.");
        assertThat(export(target, "--base-url", "https://example.org/blog")).isEqualTo(Main.DONE);
        assertThat(text("_redirects")).contains("/blog/2024/a /blog/articles/a 301");
        assertThat(text("_headers")).contains("/blog/feed.rss\n");
        assertThat(text("404.html")).contains("href=\"/blog/assets/site.css");
    }

    @Test
    void after_any_changes_an_export_equals_a_fresh_one() throws Exception {
        Random random = new Random(7);
        for (int round = 0; round < 6; round++) {
            for (int i = 0; i < 5; i++) {
                String name = random.nextInt(12) + (random.nextBoolean() ? ".md" : "/x.md");
                if (random.nextInt(3) == 0) {
                    Files.deleteIfExists(folder.resolve("articles").resolve(name));
                } else {
                    post(
                            name,
                            "date: 2024-0" + (1 + random.nextInt(9)) + "-01\ntags: [t" + random.nextInt(4) + "]"
                                    + "\ncategories: [c" + random.nextInt(2) + "/d" + random.nextInt(3) + "]",
                            "Text " + random.nextInt(100) + ".");
                }
            }
            assertThat(export()).as(err::toString).isEqualTo(Main.DONE);
            Path fresh = folder.resolve("fresh-" + round);
            assertThat(export(fresh, "--base-url", BASE)).isEqualTo(Main.DONE);
            assertThat(differences(files(fresh), files(target)))
                    .as("round " + round)
                    .isEmpty();
        }
    }
}
