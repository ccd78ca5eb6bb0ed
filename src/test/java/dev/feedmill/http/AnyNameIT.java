package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.TestApp;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a category, an author or a tag is called, one can subscribe to it by the address that a page prints. */
class AnyNameIT {
    private static final List<String> PIECES = List.of(
            "a", "B", "b", "é", "e\u0301", " ", "  ", "/", "&", "?", "#", "%", "%41", "%2F", "+", ".", "..", ".rss",
            ".json", ";", ":", "=", "@", "!", "~", "*", "(", "'", "\"", "\\", "<", ">", "|", "^", "`", "$", ",", "-",
            "_", "金", "融", "國", "国", "－", "Ａ", "ａ", "１", "1", "😱", "👩‍💻", "ä", "İ", "ı", "ς", "σ", "א", "ع",
            "\u00a0", "\u3000", "&amp;", "<b>");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void every_name_has_a_feed_with_its_articles_and_no_others(long seed, @TempDir Path folder) throws Exception {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int articles = 60;
        for (int i = 0; i < articles; i++) {
            TestApp.write(
                    folder,
                    i + ".md",
                    "---\ntitle: T" + i + "\ndate: 2024-01-01\nauthor: [" + name(random) + "]\ntags: [" + name(random)
                            + ", " + name(random) + "]\ncategories: [[" + name(random) + ", " + name(random)
                            + "]]\n---\n\nText.\n");
        }
        try (TestApp app = TestApp.start(folder, Map.of("feeds.items", "1000", "server.unconditional-gets", "0"))) {
            Map<String, Map<String, Set<String>>> inFeeds = inFeeds(app);
            assertThat(inFeeds.get("tags")).hasSizeGreaterThan(90);
            assertThat(printed(app, "authors")).isEqualTo(inFeeds.get("authors"));
            assertThat(printed(app, "tags")).isEqualTo(inFeeds.get("tags"));
            assertThat(printed(app, "categories")).isEqualTo(inFeeds.get("categories"));
        }
    }

    /** One to five pieces, quoted for YAML. */
    private static String name(RandomGenerator random) {
        String name = IntStream.rangeClosed(0, random.nextInt(5))
                .mapToObj(i -> PIECES.get(random.nextInt(PIECES.size())))
                .collect(Collectors.joining());
        return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** By kind and name, the titles of the articles that say so themselves; for categories those at the top. */
    private static Map<String, Map<String, Set<String>>> inFeeds(TestApp app) throws Exception {
        Map<String, Map<String, Set<String>>> inFeeds = new LinkedHashMap<>();
        Document feed = Jsoup.parse(app.text("/feed.atom"), "", Parser.xmlParser());
        for (Element entry : feed.select("entry")) {
            String title = entry.expectFirst("title").wholeText();
            for (Element author : entry.select("author > name")) {
                add(inFeeds, "authors", author.wholeText(), title);
            }
            List<Element> labels = entry.select("category");
            for (Element label : labels) {
                boolean isTag = label.attr("scheme").contains("/tags/");
                boolean isTop = !isTag
                        && label.attr("scheme")
                                        .replaceFirst(".*/categories/", "")
                                        .indexOf('/')
                                < 0;
                if (isTag || isTop) {
                    add(inFeeds, isTag ? "tags" : "categories", label.attr("term"), title);
                }
            }
        }
        return inFeeds;
    }

    private static void add(Map<String, Map<String, Set<String>>> inFeeds, String kind, String name, String title) {
        inFeeds.computeIfAbsent(kind, missing -> new TreeMap<>())
                .computeIfAbsent(folded(name), missing -> new TreeSet<>())
                .add(title);
    }

    /** Case and composition make no other name; width does. */
    private static String folded(String name) {
        return Normalizer.normalize(
                Normalizer.normalize(name, Normalizer.Form.NFC)
                        .toUpperCase(Locale.ROOT)
                        .toLowerCase(Locale.ROOT),
                Normalizer.Form.NFC);
    }

    /** What the feeds hold that the list of all terms of a kind leads to, page by page. */
    private static Map<String, Set<String>> printed(TestApp app, String kind) throws Exception {
        Map<String, Set<String>> printed = new TreeMap<>();
        String base = "http://localhost:" + app.port();
        List<String> pages = new ArrayList<>(List.of("/" + kind));
        for (int i = 0; i < pages.size(); i++) {
            Document list = Jsoup.parse(app.text(pages.get(i)), base + pages.get(i));
            for (Element link : list.select("main > ul > li > a, main > ul > li > p:first-child > a")) {
                URI page = URI.create(link.absUrl("href"));
                HttpResponse<byte[]> answer = app.get(page.getRawPath());
                assertThat(answer.statusCode()).as(page.toString()).isEqualTo(200);
                Document shown = Jsoup.parse(app.text(page.getRawPath()), page.toString());
                URI feed = URI.create(shown.expectFirst(".address input").attr("value"));
                assertThat(feed.getRawPath()).isEqualTo(page.getRawPath() + ".rss");
                Document rss = Jsoup.parse(app.text(feed.getRawPath()), "", Parser.xmlParser());
                Set<String> titles = new TreeSet<>(rss.select("item > title").eachText());
                String name = folded(link.expectFirst("bdi").wholeText());
                assertThat(printed.put(name, titles)).as(name).isNull();
            }
            list.select(".paging a[rel=next]").forEach(next -> {
                URI more = URI.create(next.absUrl("href"));
                pages.add(more.getRawPath() + "?" + more.getRawQuery());
            });
        }
        return printed;
    }
}
