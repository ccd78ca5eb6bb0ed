package dev.feedmill.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.http.message.OldFeedPath;
import dev.feedmill.problem.Parsed;
import dev.feedmill.problem.Problem;
import dev.feedmill.selection.NamedSelection;
import dev.feedmill.setting.Setting;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator gets wrong, and what only looks wrong. */
class SettingsFaultsTest {
    /** Names in the records of those settings that are called otherwise there. */
    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("articles.categories", "categories.style"),
            Map.entry("articles.max-file-size", "max-file-bytes"),
            Map.entry("articles.max-front-matter-size", "max-front-matter-chars"),
            Map.entry("articles.stall-time", "stall"),
            Map.entry("articles.time-of-day", "first-seen-times"),
            Map.entry("events.queue-size", "queue-bytes"),
            Map.entry("feeds.items", "window"),
            Map.entry("feeds.max-size", "most"),
            Map.entry("feeds.min-items", "fewest"),
            Map.entry("feeds.poll-interval", "interval"),
            Map.entry("feeds.remember-tags", "tags-kept"),
            Map.entry("feeds.size", "wanted"),
            Map.entry("generator.max-data-files", "data-files"),
            Map.entry("generator.max-data-size", "data-bytes"),
            Map.entry("generator.max-data-values", "data-values"),
            Map.entry("generator.max-depth", "depth"),
            Map.entry("generator.max-file-size", "file-bytes"),
            Map.entry("generator.max-files", "files"),
            Map.entry("html.max-tags", "max-nodes"),
            Map.entry("html.remove", "removed-selectors"),
            Map.entry("latest.limit", "latest-items"),
            Map.entry("latest.max-limit", "max-latest-items"),
            Map.entry("limits.concurrent-answers", "makers"),
            Map.entry("server.host", "hosts"),
            Map.entry("limits.waiting-requests", "waiting"),
            Map.entry("push.concurrent-deliveries", "at-once"),
            Map.entry("selections.max-time", "timeout"),
            Map.entry("selections.searched-text", "max-text"),
            Map.entry("server.cache-size", "cache-bytes"),
            Map.entry("server.first-scan-wait", "first-scan"),
            Map.entry("server.idle-timeout", "idle"),
            Map.entry("server.stop-timeout", "stop"));

    /** Where a setting stands again, for others that need it, and what is no setting with a name. */
    private static final Set<String> SECOND_PLACES = Set.of(
            ".reading.overrides.zone",
            ".reading.overrides.url",
            ".reading.overrides.language",
            ".reading.categories.renamings",
            ".reading.limits.max-url-length",
            ".reading.limits.max-message-length",
            ".following.threads",
            ".stored.categories",
            ".stored.renamings",
            ".serving.status.local-only",
            ".serving.named",
            ".serving.artwork",
            ".named",
            ".categories");

    private static Parsed<Settings> file(String text) {
        return SettingsReader.read("f.yaml", text, Map.of(), Map.of(), Map.of());
    }

    private static Parsed<Settings> variable(String name, String value) {
        return SettingsReader.read("f.yaml", null, Map.of(name, value), Map.of(), Map.of());
    }

    private static Parsed<Settings> set(String name, String value) {
        return SettingsReader.read("f.yaml", null, Map.of(), Map.of(name, value), Map.of());
    }

    private static Settings good(Parsed<Settings> parsed) {
        assertThat(parsed.problems()).isEmpty();
        return ((Parsed.Read<Settings>) parsed).value();
    }

    private static List<String> bad(Parsed<Settings> parsed) {
        assertThat(parsed).isInstanceOf(Parsed.Refused.class);
        return parsed.problems().stream().map(Problem::toString).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "FEEDMILL_PORT,tcp://10.0.0.1:80",
        "FEEDMILL_SERVICE_HOST,10.0.0.1",
        "FEEDMILL_SERVICE_PORT,80",
        "FEEDMILL_SERVICE_PORT_HTTP,80",
        "FEEDMILL_PORT_80_TCP,tcp://10.0.0.1:80",
        "FEEDMILL_PORT_80_TCP_ADDR,10.0.0.1",
        "FEEDMILL_DB_PORT_5432_TCP_PROTO,tcp",
        "FEEDMILL_SERVER_PORT,tcp://10.0.0.1:80"
    })
    void what_kubernetes_sets_for_a_service_of_the_same_name_is_no_setting(String name, String value) {
        assertThat(good(variable(name, value))).isEqualTo(good(file("")));
    }

    @ParameterizedTest
    @CsvSource({
        "server.prot,server.port",
        "port,server.port",
        "titel,site.title",
        "limit,latest.limit",
        "server.baseUrl,server.base-url",
        "server.base_url,server.base-url",
        "site.timezone,site.zone",
        "server.title,site.title"
    })
    void a_slip_of_the_pen_is_understood(String written, String meant) {
        int dot = written.indexOf('.');
        String text =
                dot < 0 ? written + ": 1" : written.substring(0, dot) + ":\n  " + written.substring(dot + 1) + ": 1";
        assertThat(bad(file(text))).singleElement().asString().endsWith("did you mean '" + meant + "'?");
    }

    @ParameterizedTest
    @CsvSource({"sites:,site", "sever: {port: 1},server", "server: {prot: 1},server.port"})
    void a_section_is_meant_where_keys_stand_below(String text, String meant) {
        assertThat(bad(file(text))).singleElement().asString().endsWith("did you mean '" + meant + "'?");
    }

    @Test
    void a_variable_without_its_section_is_understood() {
        assertThat(bad(variable("FEEDMILL_PORT", "80")))
                .singleElement()
                .asString()
                .endsWith("did you mean 'FEEDMILL_SERVER_PORT'?");
    }

    @Test
    void an_endless_name_is_reported_in_one_short_line() {
        assertThat(bad(file("? \"" + "x".repeat(500_000) + "\\n\\e[31m\"\n: 1")))
                .singleElement()
                .asString()
                .hasSizeLessThan(200)
                .doesNotContain("\n", "\u001b");
    }

    @Test
    void a_value_is_reported_in_one_short_line() {
        assertThat(bad(variable("FEEDMILL_SERVER_PORT", "a\u001b[31m\n" + "b".repeat(500))))
                .singleElement()
                .asString()
                .hasSizeLessThan(200)
                .doesNotContain("\n", "\u001b");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:mysql://anna:s3cret@db/x",
        "postgres://anna:s3cret@db/x",
        "postgresql://db/x?password=s3cret",
        "jdbc:other:x;PASSWORD=s3cret"
    })
    void a_database_of_another_kind_is_not_taken_for_a_folder_and_its_password_not_printed(String url) {
        assertThat(bad(variable("FEEDMILL_LIBRARY_DATA", url)))
                .singleElement()
                .asString()
                .contains("jdbc:postgresql:")
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource({"data", "/var/lib/feedmill", "./a b", "jdbc:postgresql://h/d", "jdbc:sqlite:/x.db", "C:\\data"})
    void a_library_is_kept_in_a_folder_or_a_known_database(String text) {
        assertThat(good(set("library.data", text)).library().data()).isEqualTo(text);
    }

    @Test
    void the_password_of_a_database_is_not_printed() {
        Settings settings =
                good(set("library.data", "jdbc:postgresql://db/feedmill?user=anna&password=s3cret&ssl=true"));

        assertThat(settings.library().data()).contains("s3cret");
        assertThat(settings.toString()).doesNotContain("s3cret").contains("jdbc:postgresql://db/feedmill");
    }

    @ParameterizedTest
    @CsvSource({
        "https://feeds.example/,https://feeds.example",
        "HTTP://Feeds.Example:8080/a/b//,http://feeds.example:8080/a/b",
        "http://[::1]:80/a,http://[::1]:80/a",
        "https://博客.example/文章,https://xn--9krq6q.example/%E6%96%87%E7%AB%A0",
        "https://x.example/a%20b,https://x.example/a%20b"
    })
    void an_address_is_ascii_without_a_final_slash(String text, String url) {
        assertThat(good(set("server.base-url", text)).server().baseUrl()).isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource({
        "feeds.example",
        "ftp://x.example",
        "https://",
        "https://x.example?a=b",
        "https://x.example/#a",
        "https://u:p@x.example",
        "https://x.example:99999",
        "https://x.example:/",
        "https://x.example/a b",
        "https://-x.example",
        "https://a..b",
        "http://[::1"
    })
    void what_is_no_address_is_refused(String text) {
        assertThat(bad(set("server.base-url", text))).hasSize(1);
    }

    /** Values fit what uses them: an array, a timer, whole minutes. */
    @ParameterizedTest
    @CsvSource({
        "articles.max-file-size,3GiB",
        "articles.max-front-matter-size,3GiB",
        "articles.max-file-size,1",
        "articles.max-attachment-size,1",
        "articles.scan-interval,999999999d",
        "articles.scan-interval,1ms",
        "caches.tag-field,Cache Tag",
        "caches.tag-field,etag",
        "caches.purge,127.0.0.1:6081",
        "caches.purge-fields,no field",
        "caches.purge-method,get it",
        "feeds.poll-interval,1s",
        "feeds.poll-interval,999999999d",
        "server.idle-timeout,999999999d",
        "server.stop-timeout,999999999d",
        "server.cache-size,1",
        "server.host,localhost:8080",
        "server.host,http://localhost",
        "server.host,a b",
        "site.language,english",
        "site.language,en-",
        "articles.draft-folders,a/b"
    })
    void what_nothing_can_work_with_is_refused(String name, String value) {
        assertThat(bad(set(name, value))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "pages.accent,tomato",
        "pages.accent,#12345",
        "pages.accent,rgb(256 0 0)",
        "pages.accent,red;}*{display:none",
        "pages.links,https://example.org",
        "pages.links,About javascript:alert(1)",
        "pages.links,About //example.org",
        "pages.robots,no line",
        "site.bridge,fed.brid.gy",
        "site.logo,https://x.example/my logo.png",
        "site.logo,ftp://x.example/logo.png",
        "feeds.extra,<a:b/>",
        "feeds.extra,<a xmlns='urn:a'/>",
        "feeds.extra,<a/>",
        "feeds.extra,<a:b xmlns:a='urn:a'>",
        "feeds.extra,text",
        "feeds.extra,<dc:a xmlns:dc='urn:other'/>",
        "feeds.extra,<a:link xmlns:a='http://www.w3.org/2005/Atom'/>",
        "feeds.extra,<a:b xmlns:a='urn:a'/><a:c xmlns:a='urn:c'/>",
        "feeds.extra,<podcast:guid xmlns:podcast='https://podcastindex.org/namespace/1.0'/><podcast:guid xmlns:podcast='https://podcastindex.org/namespace/1.0'/>",
        "feeds.extra,<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a:b xmlns:a='urn:a'>&x;</a:b>"
    })
    void what_would_break_pages_or_feeds_is_refused(String name, String value) {
        assertThat(bad(set(name, value))).singleElement().asString().startsWith(name + ": '" + name + "' must ");
    }

    @Test
    void elements_that_a_channel_may_have_several_times_may_be_repeated() {
        String person = "<podcast:person xmlns:podcast='https://podcastindex.org/namespace/1.0'>Ada</podcast:person>";
        String creator = "<dc:creator xmlns:dc='http://purl.org/dc/elements/1.1/'>Ada</dc:creator>";
        assertThat(set("feeds.extra", person + person + creator + creator).problems())
                .isEmpty();
    }

    @Test
    void further_elements_are_neither_long_nor_deep() {
        assertThat(bad(set("feeds.extra", "<a:b xmlns:a='urn:a'>" + "x".repeat(20_000) + "</a:b>")))
                .singleElement()
                .asString()
                .contains("must have at most 20000 characters");
        assertThat(bad(set("feeds.extra", "<a:b xmlns:a='urn:a'>".repeat(21) + "</a:b>".repeat(21))))
                .singleElement()
                .asString()
                .contains("must not hold elements more than 20 levels deep");
        assertThat(set("feeds.extra", "<a:b xmlns:a='urn:a'>".repeat(20) + "</a:b>".repeat(20))
                        .problems())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "articles.settle-time,0ms",
        "site.logo,https://x.example/my%20logo.png",
        "site.logo,art/my logo.png",
        "server.first-scan-wait,0s",
        "server.stop-timeout,0s",
        "server.host,::1",
        "server.host,::",
        "server.host,my-host.example",
        "site.author,Ann",
        "site.language,zh-Hant-TW"
    })
    void what_makes_sense_is_accepted(String name, String value) {
        assertThat(set(name, value).problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a\\nb", "a\\0b", "\\uD83D", "\\uFFFE", "a\\u2028b"})
    void what_feeds_could_not_carry_in_a_line_is_refused(String escaped) {
        assertThat(bad(file("site:\n  title: \"" + escaped + "\"\n  author: \"" + escaped + "\"")))
                .hasSize(2);
    }

    @Test
    void faults_stand_in_the_order_of_the_lines() {
        assertThat(bad(file("latest:\n  limit: x\nserver:\n  port: x\n  prot: 1\nsite:\n  zone: x\n")))
                .extracting(message -> message.substring(0, 9))
                .containsExactly("f.yaml:2:", "f.yaml:4:", "f.yaml:5:", "f.yaml:7:");
    }

    @Test
    void a_byte_order_mark_is_no_fault() {
        assertThat(good(file("\ufeffsite:\n  title: x\n")).site().title()).isEqualTo("x");
    }

    /**
     * Each is set by its variable to something else, and that alone changes: no two of them are mixed up. What has
     * another name in its record than in the file stands in {@link #PLACES}.
     */
    @Test
    void every_variable_sets_what_its_name_says() throws ReflectiveOperationException {
        Map<String, String> defaults = values(good(file("")));
        for (Setting<?> setting : SettingsReader.known()) {
            assertThat(changes(setting, defaults)).as(setting.name()).isTrue();
        }
        assertThat(defaults.keySet().stream().filter(place -> !SECOND_PLACES.contains(place)))
                .hasSameSizeAs(SettingsReader.known());
    }

    private static boolean changes(Setting<?> setting, Map<String, String> defaults)
            throws ReflectiveOperationException {
        for (String candidate : List.of(
                "fr",
                "labels",
                "hexo",
                "cloudflare",
                "BAN",
                "Big5",
                "permalink",
                "first-seen",
                "/a.xml: atom",
                "debug",
                "json",
                "yes",
                "no",
                "21",
                "200",
                "59s",
                "2m",
                "9KiB",
                "2MiB",
                "https://x.example",
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "Asia/Tokyo",
                "#123456",
                "Allow: /x",
                "About /about",
                "<w:a xmlns:w='urn:w'/>")) {
            if (variable(setting.variable(), candidate) instanceof Parsed.Read<Settings> read) {
                Map<String, String> difference = new LinkedHashMap<>(values(read.value()));
                difference.entrySet().removeAll(defaults.entrySet());
                difference.keySet().removeAll(SECOND_PLACES);
                if (difference.isEmpty()) {
                    // It is the default.
                    continue;
                }
                String key = setting.name().substring(setting.name().indexOf('.') + 1);
                assertThat(difference.keySet())
                        .singleElement()
                        .asString()
                        .endsWith("." + PLACES.getOrDefault(setting.name(), key));
                return true;
            }
        }
        return false;
    }

    @Test
    void a_named_feed_has_no_unknown_condition() {
        assertThat(bad(file("""
                        feeds:
                        - name: a
                          where: tag=x&not-tgg=private
                        - name: b
                          where: {q: rain, sortt: updated}
                        - name: c
                          where: not-tag=a%20b&q=x&sort=updated&limit=5
                        """)))
                .containsExactly(
                        "f.yaml:3: 'where' of 'feeds.named' knows no condition 'not-tgg'; did you mean 'not-tag'?",
                        "f.yaml:5: 'where' of 'feeds.named' knows no condition 'sortt'; did you mean 'sort'?");
    }

    @Test
    void faults_of_lists_are_named_with_their_lines() {
        assertThat(bad(file("""
                        feeds:
                        - name: a b
                          where: tag=x
                        - nam: x
                        - word
                        - name: y
                          image: nowhere
                          language: 12
                          where: [a]
                        - name: Y
                          where: tag=x
                          title: {}
                        categories:
                        - slug: a/b
                          hidden: perhaps
                        - category: A/B
                          slug: x.rss
                        - {category: A/C, slug: y}
                        - {category: A/D, slug: Y}
                        """)))
                .containsExactly(
                        "f.yaml:2: 'name' of 'feeds.named' must be letters, digits and hyphens, for its address, not 'a b'",
                        "f.yaml:4: 'nam' is none of the keys of 'feeds.named': name, title, description, language, image,"
                                + " where, podcast",
                        "f.yaml:4: 'name' of 'feeds.named' must be letters, digits and hyphens, for its address, not ''",
                        "f.yaml:4: 'where' of 'feeds.named' must say which articles, such as"
                                + " category=Walks&not-tag=advert, not ''",
                        "f.yaml:5: every item of 'feeds.named' must have keys: name, title, description, language, image,"
                                + " where, podcast",
                        "f.yaml:7: 'image' of 'feeds.named' must be the http or https address of a picture, not 'nowhere'",
                        "f.yaml:8: 'language' of 'feeds.named' must be a language tag such as en or zh-CN, not '12'",
                        "f.yaml:9: 'where' of 'feeds.named' must be a value, or keys with values",
                        "f.yaml:10: 'name' of 'feeds.named' must be its own, not 'Y'",
                        "f.yaml:14: 'category' of 'categories' must name one as articles do, with those above it, slashes"
                                + " between, not ''",
                        "f.yaml:14: 'slug' of 'categories' must be letters, digits and hyphens, for its address, not 'a/b'",
                        "f.yaml:15: 'hidden' of 'categories' must be true or false, not 'perhaps'",
                        "f.yaml:17: 'slug' of 'categories' must be letters, digits and hyphens, for its address, not 'x.rss'",
                        "f.yaml:19: 'slug' of 'categories' must be its own, not 'Y'");
        assertThat(bad(file("feeds: 5"))).containsExactly("f.yaml:1: 'feeds' must be a section with keys below it");
        assertThat(bad(file("categories: x")))
                .containsExactly("f.yaml:1: 'categories' must be a list whose items have keys");
        assertThat(good(file("feeds:\ncategories:\n")).named()).isEmpty();
    }

    @Test
    void what_a_feed_holds_can_be_written_as_an_address_or_as_keys() {
        Settings settings = good(file("""
                feeds:
                  items: 7
                  named:
                  - {name: a, where: 'category=A/B&q=x'}
                  - name: b
                    where: {category: [A/B, 'C & D'], q: '"x y" -z', since: 2024-01-01}
                """));
        assertThat(settings.stored().window()).isEqualTo(7);
        assertThat(settings.named())
                .extracting(NamedSelection::where)
                .containsExactly("category=A/B&q=x", "category=A%2FB&category=C+%26+D&q=%22x+y%22+-z&since=2024-01-01");
    }

    /** All values by the names of their places in the records. */
    private static Map<String, String> values(Settings settings) throws ReflectiveOperationException {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "", settings);
        return values;
    }

    private static void put(Map<String, String> values, String place, Object part) throws ReflectiveOperationException {
        for (RecordComponent component : part.getClass().getRecordComponents()) {
            Object value = component.getAccessor().invoke(part);
            String name = place + "."
                    + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            if (value instanceof Record) {
                put(values, name, value);
            } else {
                values.put(name, String.valueOf(value));
            }
        }
    }

    @Test
    void old_addresses_say_what_is_there_now() {
        List<OldFeedPath> all = List.of(
                new OldFeedPath("a.xml", "feed.atom"),
                new OldFeedPath("b.xml", "categories/Walks.rss"),
                new OldFeedPath("d.atom", "feed.atom?tag=x&not-tag=y"));
        assertThat(good(file("feeds:\n  old-addresses:\n    /a.xml: atom\n    /b.xml: /categories/Walks.rss\n"
                                + "    /d.atom: tag=x&not-tag=y\n"))
                        .oldAddresses())
                .isEqualTo(all);
        assertThat(good(variable(
                                "FEEDMILL_FEEDS_OLD_ADDRESSES",
                                "/a.xml: atom; /b.xml: /categories/Walks.rss; /d.atom: tag=x&not-tag=y"))
                        .oldAddresses())
                .isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/a.xml", "a.xml: atom", "/a.xml: Atom 1.0", "/a b: rss", "/a.xml: https://x.example/b.rss"})
    void an_old_address_that_leads_nowhere_is_reported(String written) {
        assertThat(bad(variable("FEEDMILL_FEEDS_OLD_ADDRESSES", written)))
                .singleElement()
                .asString()
                .contains("'feeds.old-addresses' must say of each path what is there")
                .endsWith("not '" + written + "'");
    }
}
