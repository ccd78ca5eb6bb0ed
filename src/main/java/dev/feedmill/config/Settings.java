package dev.feedmill.config;

import dev.feedmill.article.CategoryRule;
import dev.feedmill.article.Podcast;
import dev.feedmill.article.Renaming;
import dev.feedmill.dialect.Dialects;
import dev.feedmill.dialect.config.PathPatterns;
import dev.feedmill.dialect.config.SiteLimits;
import dev.feedmill.folder.FollowRules;
import dev.feedmill.html.SanitizerRules;
import dev.feedmill.http.message.OldFeedPath;
import dev.feedmill.http.message.ServerRules;
import dev.feedmill.library.LibraryRules;
import dev.feedmill.log.LogRules;
import dev.feedmill.push.client.ClientRules;
import dev.feedmill.push.hub.DeliveryRules;
import dev.feedmill.push.hub.PingRules;
import dev.feedmill.push.hub.SubscriptionRules;
import dev.feedmill.push.notice.NoticeRules;
import dev.feedmill.push.purge.PurgeRules;
import dev.feedmill.reading.header.ReadingRules;
import dev.feedmill.selection.NamedSelection;
import dev.feedmill.setting.Quoted;
import dev.feedmill.setting.SettingValues;
import dev.feedmill.web.ServerUrl;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All settings, each in the record of those that use it, which declares it with its default and limits; those in this
 * file are used by the commands themselves. {@code config/feedmill.yaml} explains each.
 */
public record Settings(
        Site site,
        OwnParts own,
        Articles articles,
        SanitizerRules html,
        LogRules log,
        ReadingRules reading,
        FollowRules following,
        SiteLimits generator,
        Library library,
        Nodes nodes,
        LibraryRules stored,
        Endpoint server,
        ServerRules serving,
        Status status,
        ClientRules outgoing,
        PingRules pings,
        SubscriptionRules subscribing,
        DeliveryRules delivering,
        NoticeRules notices,
        PurgeRules purging,
        List<OldFeedPath> oldAddresses,
        List<NamedSelection> named,
        List<Category> categories) {
    public Settings {
        oldAddresses = List.copyOf(oldAddresses);
        named = List.copyOf(named);
        categories = List.copyOf(categories);
    }

    /** Reads all settings that have a name; the lists are read already. */
    static Settings of(SettingValues values, List<NamedSelection> named, List<Category> categories) {
        Site site = Site.of(values);
        List<Renaming> renamings = categories.stream()
                .map(Category::renaming)
                .filter(Objects::nonNull)
                .toList();
        Articles articles = Articles.of(values);
        SanitizerRules html = SanitizerRules.of(values);
        LogRules log = LogRules.of(values);
        Endpoint server = Endpoint.of(values);
        OwnParts own = OwnParts.of(values);
        return new Settings(
                site,
                own,
                articles,
                html,
                log,
                ReadingRules.of(
                        values,
                        new ReadingRules.SiteOverrides(
                                site.zone(), site.url(), site.language().isEmpty() ? null : site.language()),
                        renamings,
                        html.limits().maxUrlLength(),
                        log.messageLength()),
                FollowRules.of(values),
                SiteLimits.of(values),
                Library.of(values),
                Nodes.of(values),
                LibraryRules.of(values, categories.stream().map(Category::rule).toList(), renamings),
                server,
                ServerRules.of(values, server.isLocalOnly(), named, artwork(named, categories, own)),
                Status.of(values),
                ClientRules.of(values),
                PingRules.of(values),
                SubscriptionRules.of(values),
                DeliveryRules.of(values),
                NoticeRules.of(values),
                PurgeRules.of(values),
                OldAddressParser.of(values),
                named,
                categories);
    }

    /** Pictures in the folder that the settings show. */
    private static Set<String> artwork(List<NamedSelection> named, List<Category> categories, OwnParts own) {
        Stream<@Nullable String> covers = Stream.concat(
                        named.stream().map(NamedSelection::podcast),
                        categories.stream().map(category -> category.rule().podcast()))
                .filter(Objects::nonNull)
                .map(Podcast::artworkFile);
        return Stream.concat(covers, Stream.of(own.hasLogoFile() ? own.logo() : null))
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Presentation of the feeds. Empty values come from the configuration of the site in the folder.
     *
     * @param author empty if the title replaces it
     * @param home {@code here} if this server's pages are the website
     * @param zone null if the site says it
     * @param search whether pages offer the search and the feed builder
     */
    public record Site(
            String title,
            String description,
            String language,
            String author,
            String home,
            @Nullable ZoneId zone,
            boolean search) {
        /** Value of {@code home} if this server's pages are the website. */
        private static final String HERE = "here";

        private static Site of(SettingValues settings) {
            return new Site(
                    settings.line("site.title"),
                    settings.line("site.description"),
                    settings.language("site.language"),
                    settings.line("site.author"),
                    settings.address("site.home", HERE),
                    settings.zone("site.zone"),
                    settings.yes("site.search", true));
        }

        /** URL of the website; null if each site's configuration says it. */
        private @Nullable String url() {
            return home.isEmpty() ? null : home.equals(HERE) ? ServerUrl.URL : home + "/";
        }
    }

    /**
     * Where the articles and the files beside them are.
     *
     * @param dialect name of a generator, {@code plain} or {@code auto}
     */
    public record Articles(
            String folder, List<String> include, List<String> exclude, String dialect, long maxAttachmentSize) {
        /** Default exclusions: common files in articles folders of any generator that are no articles. */
        private static final List<String> EXCLUDED = List.of(
                "node_modules/",
                "_index.*",
                "*.sync-conflict-*",
                "*conflicted copy*",
                "robots.txt",
                "humans.txt",
                "ads.txt",
                "/{README,CHANGELOG,CONTRIBUTING,CODE_OF_CONDUCT,SECURITY,LICENSE}.*");

        private static final String GLOBS = "must be globs of paths such as drafts/ or **/*.txt";

        private static Articles of(SettingValues settings) {
            return new Articles(
                    settings.folder("articles.folder", "articles"),
                    settings.words("articles.include", PathPatterns::isGlob, GLOBS),
                    settings.words("articles.exclude", PathPatterns::isGlob, GLOBS, EXCLUDED.toArray(String[]::new)),
                    settings.choice("articles.dialect", "auto", Dialects.names()),
                    settings.size("articles.max-attachment-size", "1GiB", "1KiB", "1024GiB"));
        }
    }

    /**
     * Where the library is stored.
     *
     * @param data a folder or a JDBC URL, which may contain a password
     * @param leaseTime after which another server may take over the library from one that no longer renews its
     *     lease
     * @param acceptOtherFolder whether to serve a folder that shares nothing with the library
     */
    public record Library(String data, Duration leaseTime, boolean acceptOtherFolder) {
        private static Library of(SettingValues settings) {
            return new Library(
                    settings.store("library.data", "data"),
                    settings.duration("library.lease-time", "6s", "1s", "1h"),
                    settings.yes("library.accept-other-folder", false));
        }

        /** The value of {@code data} without secrets. */
        public String shown() {
            return Quoted.withoutSecrets(data);
        }

        @Override
        public String toString() {
            return "Library[data=" + shown() + ", leaseTime=" + leaseTime + "]";
        }
    }

    /**
     * How several servers share a library.
     *
     * @param enabled whether they may
     * @param leaseTime after which another server leads in place of one that no longer renews its lease
     * @param maxWait how long a request waits for what other servers have changed
     * @param drainTime between the end of readiness and the end of the server
     */
    public record Nodes(boolean enabled, Duration leaseTime, Duration maxWait, Duration drainTime) {
        private static Nodes of(SettingValues settings) {
            return new Nodes(
                    settings.yes("nodes.enabled", false),
                    settings.duration("nodes.lease-time", "4s", "1s", "1h"),
                    settings.duration("nodes.max-wait", "2s", "100ms", "1m"),
                    settings.duration("nodes.drain-time", "3s", "0s", "10m"));
        }
    }

    /** Where the operator needs no token. */
    public record Status(String host, int port) {
        private static Status of(SettingValues settings) {
            return new Status(
                    settings.host("status.host", "127.0.0.1"), settings.number("status.port", 8081, 0, 65_535));
        }
    }

    /**
     * A rule for a category.
     *
     * @param category its names as in articles, separated by slashes
     * @param name new display name; empty if it keeps its own
     * @param rule for the category under its display name
     */
    public record Category(String category, String name, CategoryRule rule) {
        /** The new name of the category; null if it keeps its own. */
        private @Nullable Renaming renaming() {
            return name.isEmpty() ? null : new Renaming(List.of(category.split("/", -1)), rule.names());
        }
    }
}
