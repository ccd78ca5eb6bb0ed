package dev.feedmill;

import dev.feedmill.article.CategoryRule;
import dev.feedmill.article.Renaming;
import dev.feedmill.config.Settings;
import dev.feedmill.dialect.SiteFinder;
import dev.feedmill.dialect.Sites;
import dev.feedmill.dialect.config.LastValidConfigurations;
import dev.feedmill.dialect.config.PathPatterns;
import dev.feedmill.dialect.config.SiteLimits;
import dev.feedmill.feed.item.FeedSize;
import dev.feedmill.folder.FolderFollower;
import dev.feedmill.folder.FollowRules;
import dev.feedmill.html.HtmlSanitizer;
import dev.feedmill.html.SanitizerRules;
import dev.feedmill.html.allowed.BodyLimits;
import dev.feedmill.http.message.ServerRules;
import dev.feedmill.library.Library;
import dev.feedmill.library.LibraryRules;
import dev.feedmill.library.WordRules;
import dev.feedmill.log.LogRules;
import dev.feedmill.media.MediaFolder;
import dev.feedmill.reading.ArticleReader;
import dev.feedmill.reading.header.ReadingLimits;
import dev.feedmill.reading.header.ReadingRules;
import dev.feedmill.reading.header.ReadingRules.CategoryStyle;
import dev.feedmill.reading.header.ReadingRules.EntryIds;
import dev.feedmill.selection.NamedSelection;
import dev.feedmill.web.ServerUrl;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Creates the components that the settings choose. */
final class Wiring {
    private final Settings settings;
    private final String ids;

    Wiring(Settings settings) {
        this(settings, settings.articles().ids());
    }

    /** Creates a wiring with another id rule, one of {@link Settings.Articles#IDS}. */
    Wiring(Settings settings, String ids) {
        this.settings = settings;
        this.ids = ids;
    }

    /**
     * Finds the sites in the articles folder.
     *
     * @param last texts that replace configurations that cannot be read
     */
    Sites find(LastValidConfigurations last) {
        PathPatterns patterns = new PathPatterns(
                settings.articles().include(), settings.articles().exclude());
        Settings.Generator generator = settings.generator();
        SiteLimits limits = new SiteLimits(
                generator.maxDepth(),
                generator.maxFiles(),
                generator.maxFileSize(),
                generator.maxDataFiles(),
                generator.maxDataSize(),
                generator.maxDataValues());
        return new SiteFinder(Path.of(settings.articles().folder()), patterns, last, limits)
                .find(settings.articles().dialect());
    }

    Path folder() throws CannotRunException {
        Path folder = Path.of(settings.articles().folder());
        if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
            throw new CannotRunException("the articles folder "
                    + folder.toAbsolutePath().normalize() + " must be a readable folder; name another with --articles");
        }
        return folder.toAbsolutePath().normalize();
    }

    ArticleReader reader(Sites sites) {
        Settings.Html html = settings.html();
        Settings.Articles articles = settings.articles();
        return new ArticleReader(
                new ReadingRules(
                        settings.site().zone().orElse(null),
                        style(articles.categories()),
                        articles.draftFolders(),
                        settings.feeds().summaryLength(),
                        siteUrl(settings.site().home()),
                        new ReadingLimits(
                                articles.maxFileSize(),
                                (int) Math.min(articles.maxFrontMatterSize(), 1 << 24),
                                articles.maxNames(),
                                articles.maxCategoryDepth(),
                                html.maxMarkdownDepth(),
                                html.maxUrlLength(),
                                settings.log().messageLength()),
                        renamings(),
                        EntryIds.valueOf(ids.toUpperCase(Locale.ROOT)),
                        articles.timeOfDay().equals("first-seen"),
                        articles.encoding().orElse(null),
                        !settings.site().language().isEmpty()),
                sites,
                new HtmlSanitizer(new SanitizerRules(
                        html.remove(),
                        html.blockedHosts(),
                        new BodyLimits(
                                html.maxTags(),
                                html.maxDepth(),
                                html.maxAttributeLength(),
                                html.maxUrlLength(),
                                html.maxCandidates()))),
                media());
    }

    /** The media files in the articles folder. */
    MediaFolder media() {
        Settings.Articles articles = settings.articles();
        return new MediaFolder(Path.of(articles.folder()).toAbsolutePath().normalize(), articles.maxAttachmentSize());
    }

    private static @Nullable CategoryStyle style(String categories) {
        return switch (categories) {
            case "labels" -> CategoryStyle.LABELS;
            case "paths" -> CategoryStyle.PATHS;
            default -> null;
        };
    }

    /** URL of the site; null if each site's configuration says it. */
    private static @Nullable String siteUrl(String home) {
        return home.isEmpty() ? null : home.equals("here") ? ServerUrl.URL : home + "/";
    }

    LogRules logRules() {
        return new LogRules(
                LogRules.Level.valueOf(settings.log().level().toUpperCase(Locale.ROOT)),
                LogRules.Format.valueOf(settings.log().format().toUpperCase(Locale.ROOT)),
                settings.log().access());
    }

    /** Where the library is, for messages: a database URL without secrets, or the folder of the file. */
    String library() {
        String data = settings.library().shown();
        return data.startsWith("jdbc:")
                ? "PostgreSQL at " + data
                : "SQLite in " + Path.of(data).toAbsolutePath().normalize();
    }

    Podcasts podcasts() {
        return new Podcasts(settings);
    }

    /**
     * The folder's sites, kept up to date.
     *
     * @param library stores the texts of configurations
     * @param log receives the sites found, their changes, and problems of configurations
     */
    FollowedSites sites(Library library, SiteLog log) {
        return new FollowedSites(
                this::find, this::reader, library, settings.articles().settleTime(), log);
    }

    FolderFollower follower(Path folder, FollowedSites sites, Library library, Clock clock) {
        FollowRules rules = new FollowRules(
                settings.articles().scanInterval(),
                settings.articles().settleTime(),
                settings.articles().writePause(),
                Runtime.getRuntime().availableProcessors());
        return new FolderFollower(folder, sites, library, rules, clock);
    }

    Presentation presentation(int port) {
        return new Presentation(settings, port);
    }

    /** URL of the server at this port, for the operator. */
    String address(int port) {
        return settings.server().host() + ":" + port;
    }

    LibraryRules libraryRules() {
        return new LibraryRules(
                settings.feeds().items(),
                settings.feeds().rememberTags(),
                new WordRules(
                        settings.selections().maxTime(), settings.selections().searchedText()),
                categories(),
                renamings());
    }

    ServerRules serverRules() {
        Settings.Feeds feeds = settings.feeds();
        return new ServerRules(
                new ServerRules.Sizes(
                        settings.site().pageItems(),
                        new FeedSize(
                                (int) feeds.size(), (int) Math.max(feeds.size(), feeds.maxSize()), feeds.minItems()),
                        Math.min(settings.latest().limit(), settings.latest().maxLimit()),
                        settings.server().cacheSize()),
                new ServerRules.Selections(
                        feeds.items(),
                        Math.max(feeds.items(), settings.latest().maxLimit()),
                        settings.selections().maxNames(),
                        settings.selections().maxText(),
                        settings.selections().filterDepth()),
                new ServerRules.Polling(
                        feeds.pollInterval(),
                        feeds.sharedCacheTime(),
                        settings.server().unconditionalGets(),
                        feeds.wholeFor()),
                new ServerRules.Timeouts(
                        settings.server().firstScanWait(),
                        settings.server().stopTimeout(),
                        settings.server().idleTimeout(),
                        settings.articles().stallTime()),
                limits(settings.limits()),
                new ServerRules.Status(settings.status().token(), isLocalOnly()),
                named(),
                podcasts().artwork());
    }

    /**
     * Whether only this machine can reach the server. A URL that is not set proves nothing, since a proxy may stand
     * before a server on localhost.
     */
    private boolean isLocalOnly() {
        String baseUrl = settings.server().baseUrl();
        return !baseUrl.isEmpty()
                && Sockets.isLoopback(settings.server().host())
                && Sockets.isLoopback(URI.create(baseUrl).getHost());
    }

    private static ServerRules.Limits limits(Settings.Limits limits) {
        int half = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        return new ServerRules.Limits(
                limits.answerTime(),
                limits.headTime(),
                limits.sendTime(),
                limits.concurrentAnswers() == 0 ? half : limits.concurrentAnswers(),
                limits.waitingRequests());
    }

    List<NamedSelection> named() {
        return settings.named().stream()
                .map(feed -> new NamedSelection(
                        feed.name(),
                        feed.title(),
                        given(feed.description()),
                        given(feed.language()),
                        given(feed.image()),
                        feed.where(),
                        feed.podcast()))
                .toList();
    }

    private List<CategoryRule> categories() {
        return settings.categories().stream()
                .map(category -> new CategoryRule(
                        renamed(category),
                        given(category.slug()),
                        given(category.title()),
                        given(category.description()),
                        given(category.language()),
                        given(category.image()),
                        category.hidden(),
                        category.podcast()))
                .toList();
    }

    private List<Renaming> renamings() {
        return settings.categories().stream()
                .filter(category -> !category.name().isEmpty())
                .map(category -> new Renaming(names(category), renamed(category)))
                .toList();
    }

    /** Names of a category as articles give them. */
    private static List<String> names(Settings.Category category) {
        return List.of(category.category().split("/", -1));
    }

    /** Names of a category after its renaming, if any. */
    static List<String> renamed(Settings.Category category) {
        List<String> names = new ArrayList<>(names(category));
        if (!category.name().isEmpty()) {
            names.set(names.size() - 1, category.name());
        }
        return names;
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }
}
