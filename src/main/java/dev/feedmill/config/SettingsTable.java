package dev.feedmill.config;

import dev.feedmill.config.Setting.BadValueException;
import dev.feedmill.dialect.Dialects;
import dev.feedmill.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of all settings: the source of file keys, environment variables, defaults and suggestions for misspelt
 * keys.
 */
final class SettingsTable {
    /** Default exclusions: common files in articles folders of any generator that are no articles. */
    private static final String[] EXCLUDED = {
        "node_modules/",
        "_index.*",
        "*.sync-conflict-*",
        "*conflicted copy*",
        "robots.txt",
        "humans.txt",
        "ads.txt",
        "/{README,CHANGELOG,CONTRIBUTING,CODE_OF_CONDUCT,SECURITY,LICENSE}.*"
    };

    private final List<Setting<?>> all = new ArrayList<>();
    private final Source source;

    /** Supplies the value of a setting, whatever its origin. */
    interface Source {
        <T> T value(Setting<T> setting) throws BadValueException;
    }

    private SettingsTable(Source source) {
        this.source = source;
    }

    /** All settings, in the order of the file. */
    static List<Setting<?>> all() {
        SettingsTable table = new SettingsTable(new Source() {
            @Override
            public <T> T value(Setting<T> setting) throws BadValueException {
                return setting.reader().read(setting.defaults());
            }
        });
        try {
            table.read(List.of(), List.of());
        } catch (BadValueException e) {
            throw new IllegalStateException("a default must be a possible value", e);
        }
        return List.copyOf(table.all);
    }

    static Settings read(Source source, List<Settings.NamedFeed> named, List<Settings.Category> categories)
            throws BadValueException {
        return new SettingsTable(source).read(named, categories);
    }

    private Settings read(List<Settings.NamedFeed> named, List<Settings.Category> categories) throws BadValueException {
        return new Settings(
                new Settings.Site(
                        get(Values.line("site.title")),
                        get(Values.line("site.description")),
                        get(Values.language("site.language")),
                        get(Values.author("site.author")),
                        get(Values.home("site.home")),
                        get(Values.zone("site.zone")),
                        get(Values.number("site.page-items", 20, 1, 200))),
                new Settings.Articles(
                        get(Values.path("articles.folder", "articles")),
                        get(Values.folderNames("articles.draft-folders", "_drafts")),
                        get(Values.globs("articles.include")),
                        get(Values.globs("articles.exclude", EXCLUDED)),
                        get(Values.choice("articles.dialect", "auto", Dialects.names())),
                        get(Values.choice("articles.categories", "auto", List.of("auto", "paths", "labels"))),
                        get(Values.encoding("articles.encoding")),
                        get(Values.choice("articles.ids", "stable", Settings.Articles.IDS)),
                        get(Values.choice("articles.time-of-day", "midnight", List.of("midnight", "first-seen"))),
                        get(Values.duration("articles.scan-interval", "5m", "1s", "7d")),
                        get(Values.duration("articles.settle-time", "300ms", "0ms", "1m")),
                        get(Values.duration("articles.write-pause", "30s", "0ms", "1h")),
                        get(Values.duration("articles.stall-time", "2m", "5s", "1d")),
                        get(Values.size("articles.max-file-size", "5MiB", "1KiB", "1GiB")),
                        get(Values.size("articles.max-attachment-size", "1GiB", "1KiB", "1024GiB")),
                        get(Values.size("articles.max-front-matter-size", "64KiB", "1KiB", "16MiB")),
                        get(Values.number("articles.max-names", 100, 1, 10_000)),
                        get(Values.number("articles.max-category-depth", 10, 1, 100))),
                new Settings.Generator(
                        get(Values.number("generator.max-depth", 12, 1, 100)),
                        get(Values.number("generator.max-files", 200_000, 1, 100_000_000)),
                        get(Values.size("generator.max-file-size", "1MiB", "1KiB", "64MiB")),
                        get(Values.number("generator.max-data-files", 500, 0, 100_000)),
                        get(Values.size("generator.max-data-size", "16MiB", "1KiB", "1GiB")),
                        get(Values.number("generator.max-data-values", 50_000, 0, 10_000_000))),
                new Settings.Library(
                        get(Values.store("library.data", "data")),
                        get(Values.duration("library.lease-time", "6s", "1s", "1h")),
                        get(Values.yes("library.accept-other-folder", false))),
                new Settings.Server(
                        get(Values.host("server.host", "0.0.0.0")),
                        get(Values.number("server.port", 8080, 0, 65_535)),
                        get(Values.address("server.base-url")),
                        get(Values.address("server.moved-to")),
                        get(Values.duration("server.first-scan-wait", "10s", "0s", "1h")),
                        get(Values.duration("server.stop-timeout", "4s", "0s", "10m")),
                        get(Values.duration("server.idle-timeout", "30s", "1s", "1h")),
                        get(Values.size("server.cache-size", "32MiB", "1MiB", "1024GiB")),
                        get(Values.number("server.unconditional-gets", 30, 0, 1_000_000_000))),
                new Settings.Feeds(
                        get(Values.number("feeds.items", 50, 1, 1000)),
                        get(Values.duration("feeds.poll-interval", "1h", "1m", "30d")),
                        get(Values.duration("feeds.shared-cache-time", "1m", "0s", "30d")),
                        get(Values.number("feeds.summary-length", 300, 1, 10_000)),
                        get(Values.size("feeds.size", "250kB", "1kB", "100MB")),
                        get(Values.size("feeds.max-size", "1MB", "1kB", "100MB")),
                        get(Values.number("feeds.min-items", 10, 1, 1000)),
                        get(Values.duration("feeds.remember-tags", "30d", "0s", "3650d")),
                        get(Values.list("feeds.whole-for", "rss2email/", "feedparser/", "UniversalFeedParser/")),
                        get(OldAddressParser.setting(OldAddressParser.NAME))),
                new Settings.Latest(
                        get(Values.number("latest.limit", 20, 1, 1000)),
                        get(Values.number("latest.max-limit", 100, 1, 1000))),
                new Settings.Selections(
                        get(Values.number("selections.max-names", 20, 1, 200)),
                        get(Values.number("selections.max-text", 200, 1, 2_000)),
                        get(Values.duration("selections.max-time", "5s", "1ms", "10m")),
                        get(Values.number("selections.searched-text", 300_000, 100, 10_000_000)),
                        get(Values.number("selections.filter-depth", 500, 1, 100_000))),
                new Settings.Limits(
                        get(Values.duration("limits.answer-time", "5s", "1ms", "1h")),
                        get(Values.duration("limits.head-time", "10s", "100ms", "1h")),
                        get(Values.duration("limits.send-time", "5m", "100ms", "7d")),
                        get(Values.number("limits.concurrent-answers", 0, 0, 1_000)),
                        get(Values.number("limits.waiting-requests", 100, 0, 10_000))),
                new Settings.Status(
                        get(Values.token("status.token")),
                        get(Values.host("status.host", "127.0.0.1")),
                        get(Values.number("status.port", 8081, 0, 65_535))),
                new Settings.Log(
                        get(Values.choice("log.level", "info", List.of("error", "warn", "info", "debug"))),
                        get(Values.choice("log.format", "text", List.of("text", "json"))),
                        get(Values.yes("log.access", false)),
                        get(Values.number("log.problems", 20, 0, 100_000)),
                        get(Values.number("log.message-length", Problem.USUAL_LENGTH, 100, 10_000))),
                new Settings.Html(
                        get(Values.list("html.remove", ".appendQr_wrap", ".article-editor")),
                        get(Values.list(
                                "html.blocked-hosts",
                                "googletagmanager.com",
                                "google-analytics.com",
                                "doubleclick.net",
                                "googlesyndication.com",
                                "amazon-adsystem.com",
                                "adnxs.com",
                                "criteo.com",
                                "taboola.com",
                                "outbrain.com",
                                "disqus.com")),
                        get(Values.number("html.max-tags", 50_000, 1, 10_000_000)),
                        get(Values.number("html.max-depth", 200, 1, 500)),
                        get(Values.number("html.max-attribute-length", 1_000_000, 100, 10_000_000)),
                        get(Values.number("html.max-url-length", 8_000, 100, 1_000_000)),
                        get(Values.number("html.max-candidates", 100, 1, 10_000)),
                        get(Values.number("html.max-markdown-depth", 100, 1, 500))),
                named,
                categories);
    }

    private <T> T get(Setting<T> setting) throws BadValueException {
        all.add(setting);
        return source.value(setting);
    }
}
