package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.HoldTable;
import dev.feedmill.TestApp;
import dev.feedmill.article.Visibility.Degree;
import dev.feedmill.library.Databases;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every key of every dialect, and every kind of address: what is held back is where it may be and nowhere else. */
class HeldBackIT {
    /** Stands in title, text, author, category, tag and address of each article that is held back. */
    private static final Pattern MARK = Pattern.compile("(?i)zq[0-9]+(notinfeeds|pageonly|nowhere)");

    private static final Pattern ADDRESS =
            Pattern.compile("(?:href|src|url|xmlUrl|htmlUrl)=\"([^\"]+)\"|<loc>([^<]+)</loc>|\"(http[^\"]+)\"");
    private static final int PUBLIC = 23;

    @TempDir
    static Path folder;

    private static final Map<Databases, TestApp> APPS = new EnumMap<>(Databases.class);
    private static final Map<String, String> PATHS = new LinkedHashMap<>();

    @BeforeAll
    static void start() throws Exception {
        for (int i = 0; i < PUBLIC; i++) {
            TestApp.write(folder, "hugo/content/posts/open" + i + ".md", article("open" + i, "tags: [open]", i));
        }
        List<String> dialects = HoldTable.SITES.keySet().stream().sorted().toList();
        for (int d = 0; d < dialects.size(); d++) {
            String dialect = dialects.get(d);
            List<String> site = HoldTable.SITES.getOrDefault(dialect, List.of());
            TestApp.write(folder, dialect + "/" + site.get(0), site.get(1));
            List<HoldTable.Row> rows = HoldTable.rows(dialect);
            Set<Degree> degrees = EnumSet.noneOf(Degree.class);
            // Each key is one dialect's at least, and each degree every dialect's; what it means in each is read
            // elsewhere.
            for (int i = 0; i < rows.size(); i++) {
                boolean own = dialect.equals("nikola") && rows.get(i).line().contains("private");
                if (degrees.add(rows.get(i).degree()) || i % dialects.size() == d || own) {
                    write(dialect, rows.get(i));
                }
            }
        }
        for (Databases database : Databases.values()) {
            TestApp app = TestApp.start(
                    folder,
                    Map.of(
                            "library.data",
                            database.fresh(),
                            "feeds.items",
                            "5",
                            "site.page-items",
                            "200",
                            "server.cache-size",
                            "64MiB",
                            "status.port",
                            "0"));
            app.awaitWords();
            APPS.put(database, app);
        }
    }

    private static void write(String dialect, HoldTable.Row row) throws Exception {
        int number = PATHS.size();
        String name =
                "zq" + number + row.degree().name().toLowerCase(Locale.ROOT).replace("_", "");
        String lines = row.line().startsWith("tags: [")
                ? row.line().replace("stones", "tag-" + name)
                : "tags: [open, tag-" + name + "]\n" + row.line();
        PATHS.put(name, HoldTable.path(dialect, name));
        TestApp.write(folder, HoldTable.path(dialect, name), article(name, lines, number % PUBLIC));
    }

    private static String article(String name, String lines, int day) {
        return "---\ntitle: Title " + name + "\ndate: 2024-01-02 10:%02d:00\nauthor: Ann %s\n".formatted(day, name)
                + "categories: [open, cat-" + name + "]\naliases: [/old/" + name + "]\n" + lines
                + "\n---\nWords of " + name + " and kumquats.\n";
    }

    @AfterAll
    static void stop() {
        APPS.values().forEach(TestApp::close);
    }

    @ParameterizedTest
    @EnumSource
    void the_page_of_an_article_is_served_unless_the_article_is_nowhere(Databases database) throws Exception {
        TestApp app = app(database);
        for (String name : PATHS.keySet()) {
            int expected = name.endsWith("nowhere") ? 404 : 200;
            HttpResponse<byte[]> answer = app.get("/articles/" + name);
            assertThat(answer.statusCode()).as(PATHS.get(name)).isEqualTo(expected);
            if (!name.endsWith("notinfeeds")) {
                assertThat(marks(answer)).as(PATHS.get(name)).isSubsetOf(name);
            }
            assertThat(new String(answer.body(), StandardCharsets.UTF_8).contains("noindex"))
                    .as(PATHS.get(name))
                    .isEqualTo(name.endsWith("pageonly"));
            int moved = expected == 404 ? 404 : 301;
            // Obsidian's aliases are names, not addresses.
            assertThat(app.get("/old/" + name).statusCode())
                    .as(PATHS.get(name))
                    .isEqualTo(PATHS.get(name).startsWith("obsidian") ? 404 : moved);
            assertThat(app.get("/source/" + PATHS.get(name)).statusCode())
                    .as(PATHS.get(name))
                    .isEqualTo(moved);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothing_that_programs_fetch_names_what_is_held_back(Databases database) throws Exception {
        TestApp app = app(database);
        Set<String> seen = new TreeSet<>();
        for (String start : List.of(
                "/feed.rss",
                "/feed.atom",
                "/feed.json",
                "/archive/1/feed.atom",
                "/archive/2/feed.rss",
                "/archive/3/feed.rss",
                "/archive/4/feed.atom",
                "/archive/5/feed.atom",
                "/tags/open.atom",
                "/archive/1/tags/open.atom",
                "/categories/open.rss",
                "/feed.json?limit=100",
                "/feed.atom?q=kumquats",
                "/feed.atom?q=kumquats&sort=updated",
                "/feed.atom?tag=open&language=en",
                "/feed.rss?since=2020-01-01T00:00:00Z",
                "/feed.rss?filter_title=Title",
                "/latest?limit=100",
                "/latest?limit=100&sort=updated",
                "/latest?limit=100&q=kumquats",
                "/latest?limit=7&since=2020-01-01T00:00:00Z",
                "/latest?tag=open&limit=100",
                "/latest?not_tag=zzz&limit=100",
                "/feeds.opml",
                "/openapi.json")) {
            String next = start;
            for (int i = 0; next != null && i < 40; i++) {
                HttpResponse<byte[]> answer = app.get(next);
                if (answer.statusCode() == 301) {
                    next = answer.headers().firstValue("Location").orElseThrow();
                    answer = app.get(next);
                }
                assertThat(answer.statusCode()).as(next).isIn(200, 400, 404);
                assertThat(marks(answer)).as(next).isEmpty();
                seen.add(next + " " + answer.statusCode());
                next = next(answer, start);
            }
        }
        assertThat(seen).hasSizeGreaterThan(24).anyMatch(line -> line.contains("/archive/4/"));
        assertThat(app.text("/latest?limit=100")).contains("open0", "open" + (PUBLIC - 1));
    }

    @ParameterizedTest
    @EnumSource
    void labels_that_only_held_articles_have_lead_nowhere_for_programs(Databases database) throws Exception {
        TestApp app = app(database);
        for (String name : PATHS.keySet()) {
            for (String label : List.of("/tags/tag-" + name, "/authors/Ann-" + name, "/categories/open/cat-" + name)) {
                for (String ending : List.of(".rss", ".atom", ".json", "")) {
                    HttpResponse<byte[]> answer = app.get(label + ending);
                    boolean listed = name.endsWith("notinfeeds");
                    assertThat(answer.statusCode()).as(label + ending).isIn(listed ? Set.of(200, 404) : Set.of(404));
                    assertThat(new String(answer.body(), StandardCharsets.UTF_8).contains("Words of")
                                    && !ending.isEmpty())
                            .as(label + ending)
                            .isFalse();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void lists_for_people_and_search_engines_have_what_is_kept_out_of_feeds_alone(Databases database) throws Exception {
        TestApp app = app(database);
        Set<String> found = new TreeSet<>();
        Set<String> requested = new HashSet<>();
        Queue<String> open = new ArrayDeque<>(List.of("/", "/categories", "/tags", "/authors", "/sitemap.xml"));
        String base = "http://127.0.0.1:" + app.port();
        while (!open.isEmpty() && requested.size() < 3000) {
            String path = open.remove();
            if (!requested.add(path)) {
                continue;
            }
            HttpResponse<byte[]> answer = app.get(path);
            if (answer.statusCode() != 200) {
                continue;
            }
            found.addAll(marks(answer));
            Matcher links = ADDRESS.matcher(new String(answer.body(), StandardCharsets.UTF_8));
            while (links.find()) {
                String link = links.group(1) != null
                        ? links.group(1)
                        : links.group(2) != null ? links.group(2) : links.group(3);
                String to = java.net
                        .URI
                        .create(base + path)
                        .resolve(link.replace("&amp;", "&").replace(" ", "%20").replaceAll("[|{}]", ""))
                        .toString();
                boolean list = to.matches(base + "/(categories|tags|authors|sitemaps?|articles|$|\\?).*")
                        && !to.matches(".*\\.(rss|atom|json)(\\?.*)?");
                if (to.startsWith(base + "/") && list && !to.contains("#")) {
                    open.add(to.substring(base.length()));
                }
            }
        }
        assertThat(found)
                .isEqualTo(PATHS.keySet().stream()
                        .filter(name -> name.endsWith(Degree.NOT_IN_FEEDS
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace("_", "")))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @EnumSource
    void neither_search_nor_suggestions_name_what_is_held_back(Databases database) throws Exception {
        TestApp app = app(database);
        String hidden = PATHS.keySet().stream()
                .filter(name -> name.endsWith("pageonly"))
                .findFirst()
                .orElseThrow();
        for (String path : List.of(
                "/search?q=kumquats",
                "/search?q=kumquats&page=2",
                "/search?q=kumquats&sort=published",
                "/search?q=" + hidden.substring(0, hidden.length() - 2) + "*",
                "/builder",
                "/status.json")) {
            assertThat(marks(app.get(path)))
                    .as(path)
                    .filteredOn(name -> !name.endsWith("notinfeeds") || path.startsWith("/search"))
                    .isSubsetOf(path.contains(hidden.substring(0, 6)) ? Set.of(hidden) : Set.of());
        }
        HttpResponse<byte[]> missing = app.get("/tags/tag-" + hidden + "x");
        assertThat(marks(missing))
                .as("suggestions")
                .filteredOn(name -> !name.endsWith("notinfeeds"))
                .isEmpty();
    }

    private static TestApp app(Databases database) {
        return java.util.Objects.requireNonNull(APPS.get(database));
    }

    private static Set<String> marks(HttpResponse<byte[]> answer) {
        Set<String> marks = new TreeSet<>();
        Matcher matcher = MARK.matcher(new String(answer.body(), StandardCharsets.UTF_8));
        while (matcher.find()) {
            marks.add(matcher.group().toLowerCase(Locale.ROOT));
        }
        return marks;
    }

    /** Where a feed, its archive or a list for programs goes on. */
    private static @Nullable String next(HttpResponse<byte[]> answer, String start) {
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        for (String form : List.of(
                "rel=\"(?:next-archive|prev-archive|next)\" href=\"([^\"]+)\"",
                "href=\"([^\"]+)\" rel=\"(?:next-archive|prev-archive|next)\"",
                "\"next_url\": ?\"([^\"]+)\"")) {
            Matcher link = Pattern.compile(start.contains("/archive/") ? form.replace("prev-archive|", "") : form)
                    .matcher(text);
            if (link.find()) {
                return link.group(1).replace("&amp;", "&").replaceFirst("^https?://[^/]+", "");
            }
        }
        Matcher cursor = Pattern.compile("\"next\": ?\"([^\"]+)\"").matcher(text);
        return cursor.find() ? start.replaceAll("[&?](cursor|after)=[^&]*", "") + "&cursor=" + cursor.group(1) : null;
    }
}
