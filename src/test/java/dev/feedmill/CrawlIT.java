package dev.feedmill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every address of this host that a page or a feed names, of the sites of all generators at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrawlIT {
    private static final int MAX_ADDRESSES = 5_000;

    /** Attributes that name one address. */
    private static final List<String> ADDRESSES = List.of("href", "src", "poster", "action", "url", "uri");

    private static final byte[] PICTURE = "a picture".getBytes(StandardCharsets.US_ASCII);

    /** Where each generator looks for what an article of its own shows. */
    private static final Map<String, List<String>> PICTURES = Map.of(
            "hexo", List.of("source/images/shown.png", "source/images/unnamed.png"),
            "jekyll", List.of("assets/shown.png", "assets/unnamed.png"),
            "hugo", List.of("static/shown.png", "static/unnamed.png"));

    @TempDir
    static Path temp;

    private TestApp app;

    /** The status of each address, and who named it first. */
    private final Map<String, Integer> statuses = new TreeMap<>();

    private final Map<String, String> namedBy = new LinkedHashMap<>();
    private final Deque<String> left = new ArrayDeque<>();

    @BeforeAll
    void crawl() throws Exception {
        Path articles = Files.createDirectories(temp.resolve("articles"));
        for (Path site : folders(Path.of("src/test/resources/sites"))) {
            copy(site, articles.resolve(site.getFileName()));
        }
        picture("hexo/source/_posts/shown.md", "/images/shown.png");
        picture("jekyll/_posts/2024-05-01-shown.md", "/assets/shown.png");
        picture("hugo/content/posts/shown.md", "/shown.png");
        for (Map.Entry<String, List<String>> site : PICTURES.entrySet()) {
            for (String name : site.getValue()) {
                Path file = articles.resolve(site.getKey()).resolve(name);
                Files.createDirectories(file.getParent());
                Files.write(file, PICTURE);
            }
        }
        app = TestApp.start(temp, Map.of("site.home", "here"));
        for (String start : List.of("/", "/feed.json?n=500", "/feed.rss?n=500", "/feed.atom?n=500", "/feeds.opml")) {
            name(start, "");
        }
        while (!left.isEmpty() && statuses.size() < MAX_ADDRESSES) {
            visit(left.remove());
        }
    }

    private void picture(String path, String address) throws IOException {
        TestApp.write(temp, path, "---\ntitle: Shown\ndate: 2024-05-01\n---\n![a picture](" + address + ")\n");
    }

    private static List<Path> folders(Path path) throws IOException {
        try (Stream<Path> folders = Files.list(path)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void no_address_is_broken() {
        assertThat(statuses.size()).isBetween(250, MAX_ADDRESSES - 1);
        assertThat(statuses.entrySet().stream()
                        .filter(address -> address.getValue() != 200)
                        .map(address -> address.getValue() + " " + address.getKey() + " named by "
                                + namedBy.get(address.getKey())))
                .isEmpty();
    }

    @Test
    void files_that_no_article_names_are_not_served() throws Exception {
        for (Map.Entry<String, List<String>> site : PICTURES.entrySet()) {
            for (String name : site.getValue()) {
                String address = "/files/" + site.getKey() + "/" + name;
                boolean isNamed = !name.endsWith("unnamed.png");
                assertThat(statuses.containsKey(address)).as(address).isEqualTo(isNamed);
                assertThat(app.get(address).statusCode()).as(address).isEqualTo(isNamed ? 200 : 404);
            }
        }
    }

    private void name(String address, String by) {
        if (namedBy.putIfAbsent(address, by) == null) {
            left.add(address);
        }
    }

    private void visit(String address) throws Exception {
        HttpResponse<byte[]> response = app.get(address);
        statuses.put(address, response.statusCode());
        String location = response.headers().firstValue("Location").orElse(null);
        if (location != null) {
            statuses.put(address, 200);
            follow(location, address);
        }
        String type = response.headers().firstValue("Content-Type").orElse("");
        String text = new String(response.body(), StandardCharsets.UTF_8);
        if (type.startsWith("text/html")) {
            follow(Jsoup.parse(text), address);
        } else if (type.contains("xml") && !type.contains("svg")) {
            feed(Jsoup.parse(text, "", Parser.xmlParser()), address);
        } else if (type.contains("json")) {
            items(text, address);
        }
    }

    private void feed(Document feed, String address) {
        follow(feed, address);
        for (Element element : feed.select("link, guid[isPermaLink=true], xmlUrl, htmlUrl, comments")) {
            follow(element.text(), address);
        }
        for (Element outline : feed.select("outline")) {
            follow(outline.attr("xmlUrl"), address);
            follow(outline.attr("htmlUrl"), address);
        }
        for (Element body : feed.select("content, description, content|encoded, summary")) {
            follow(Jsoup.parse(body.wholeText()), address);
        }
    }

    private void items(String text, String address) {
        // Bodies are strings within JSON, whose only escapes that matter here are these.
        follow(Jsoup.parse(text.replace("\\\"", "\"").replace("\\/", "/")), address);
    }

    private void follow(Element document, String address) {
        for (Element element : document.select("*")) {
            for (String attribute : ADDRESSES) {
                if (element.hasAttr(attribute)) {
                    follow(element.attr(attribute), address);
                }
            }
            for (String one : element.attr("srcset").split(",", -1)) {
                follow(one.strip().split("\\s", 2)[0], address);
            }
        }
    }

    private void follow(String named, String from) {
        List<String> own = new ArrayList<>(List.of("http://localhost:" + app.port(), "http://127.0.0.1:" + app.port()));
        if (named.isBlank() || named.startsWith("#")) {
            return;
        }
        URI uri;
        try {
            uri = URI.create(own.get(0) + from).resolve(named.strip());
        } catch (IllegalArgumentException e) {
            // No client can ask for it either.
            return;
        }
        String address = uri.toString().replaceFirst("#.*", "");
        own.stream()
                .filter(host -> address.startsWith(host + "/"))
                .map(host -> address.substring(host.length()))
                .forEach(path -> name(path, from));
    }
}
