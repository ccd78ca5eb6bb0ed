package dev.feedmill.app;

import dev.feedmill.config.Endpoint;
import dev.feedmill.config.Settings;
import dev.feedmill.dialect.SiteFinder;
import dev.feedmill.dialect.Sites;
import dev.feedmill.dialect.config.LastValidConfigurations;
import dev.feedmill.dialect.config.PathPatterns;
import dev.feedmill.folder.FolderFollower;
import dev.feedmill.html.HtmlSanitizer;
import dev.feedmill.library.Library;
import dev.feedmill.library.sql.LeaseHolder;
import dev.feedmill.library.sql.LibraryException;
import dev.feedmill.library.sql.LibraryUnavailableException;
import dev.feedmill.media.MediaFolder;
import dev.feedmill.reading.ArticleReader;
import dev.feedmill.reading.header.ReadingRules;
import dev.feedmill.reading.header.ReadingRules.EntryIds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Creates the components that the settings choose. */
public final class Wiring {
    private static final Logger LOG = Logger.getLogger("dev.feedmill.start");
    private final Settings settings;
    private final ReadingRules reading;

    public Wiring(Settings settings) {
        this(settings, settings.reading().ids());
    }

    /** Creates a wiring with another id rule. */
    public Wiring(Settings settings, EntryIds ids) {
        this.settings = settings;
        this.reading = settings.reading().with(ids);
    }

    /**
     * Finds the sites in the articles folder.
     *
     * @param last texts that replace configurations that cannot be read
     */
    public Sites find(LastValidConfigurations last) {
        Settings.Articles articles = settings.articles();
        PathPatterns patterns = new PathPatterns(articles.include(), articles.exclude());
        return new SiteFinder(Path.of(articles.folder()), patterns, last, settings.generator())
                .find(articles.dialect());
    }

    public Path folder() throws CannotRunException {
        if (!seesFolder()) {
            throw new CannotRunException(
                    "the articles folder " + folderPath() + " must be a readable folder; name another with --articles");
        }
        return folderPath();
    }

    /** Whether the articles folder is there. */
    boolean seesFolder() {
        return Files.isDirectory(folderPath()) && Files.isReadable(folderPath());
    }

    private Path folderPath() {
        return Path.of(settings.articles().folder()).toAbsolutePath().normalize();
    }

    /** The articles folder, which need not be there for one of several servers that share a library. */
    Path servedFolder() throws CannotRunException {
        return settings.nodes().enabled() ? folderPath() : folder();
    }

    Settings settings() {
        return settings;
    }

    /** Whether articles are found and read as with other settings. */
    boolean readsAs(Settings others) {
        return settings.articles().equals(others.articles())
                && settings.html().equals(others.html())
                && settings.reading().equals(others.reading())
                && settings.generator().equals(others.generator());
    }

    public ArticleReader reader(Sites sites) {
        return new ArticleReader(reading, sites, new HtmlSanitizer(settings.html()), media());
    }

    /** The media files in the articles folder. */
    public MediaFolder media() {
        Settings.Articles articles = settings.articles();
        return new MediaFolder(Path.of(articles.folder()).toAbsolutePath().normalize(), articles.maxAttachmentSize());
    }

    /** Where the library is, for messages: a database URL without secrets, or the folder of the file. */
    String library() {
        String data = settings.library().shown();
        return data.startsWith("jdbc:")
                ? "PostgreSQL at " + data
                : "SQLite in " + Path.of(data).toAbsolutePath().normalize();
    }

    /**
     * The result of a read of the library, without its lease.
     *
     * @param read gets the place of the library
     * @throws CannotRunException if the library cannot be used
     */
    public <T> T fromLibrary(Function<String, T> read) throws CannotRunException {
        try {
            return read.apply(settings.library().data());
        } catch (LibraryException | LibraryUnavailableException e) {
            throw new CannotRunException(String.valueOf(e.getMessage()), e);
        }
    }

    public Podcasts podcasts() {
        return new Podcasts(settings);
    }

    /**
     * Opens the library for the server at this port, which may share it with others by the settings.
     *
     * @throws LibraryException if it cannot be used
     */
    Library open(int port, Clock clock) {
        Settings.Library where = settings.library();
        LeaseHolder holder = LeaseHolder.ofThisProcess(address(port));
        return settings.nodes().enabled()
                ? Library.openShared(holder, settings.nodes().leaseTime(), where.data(), clock, settings.stored())
                : Library.openFor(holder, where.leaseTime(), where.data(), clock, settings.stored());
    }

    boolean acceptsOtherFolder() {
        return settings.library().acceptOtherFolder();
    }

    /** Stores the rule for ids, and warns if it is another than before. */
    void recordIdRule(Library library) {
        EntryIds ids = settings.reading().ids();
        if (library.writer().recordIdRule(ids.word(), EntryIds.STABLE.word())) {
            LOG.warning("articles.ids is '" + ids.word() + "' now: entries whose articles declare no id get other ids,"
                    + " and readers show them as unread once more");
        }
    }

    /** The sites of a folder that has not been looked at. */
    FollowedSites unknownSites(Library library, SiteLog log) {
        return new FollowedSites(
                last -> Sites.NONE, this::reader, library, settings.following().settleTime(), log);
    }

    /**
     * The folder's sites, kept up to date.
     *
     * @param library stores the texts of configurations
     * @param log receives the sites found, their changes, and problems of configurations
     */
    public FollowedSites sites(Library library, SiteLog log) {
        return new FollowedSites(
                this::find, this::reader, library, settings.following().settleTime(), log);
    }

    public FolderFollower follower(Path folder, FollowedSites sites, Library library, Clock clock) {
        return new FolderFollower(folder, sites, library, settings.following(), clock);
    }

    public Presentation presentation(int port) {
        return new Presentation(settings, port);
    }

    /** URL of the server at this port, for the operator. */
    String address(int port) {
        return settings.server().hosts().stream()
                .map(host -> host.startsWith(Endpoint.UNIX) ? host : host + ":" + port)
                .collect(Collectors.joining(", "));
    }
}
