package dev.feedmill.app;

import dev.feedmill.address.FixedAddress;
import dev.feedmill.config.RestartSettings;
import dev.feedmill.config.Settings;
import dev.feedmill.dialect.Sites;
import dev.feedmill.folder.FolderFollower;
import dev.feedmill.http.SiteConfiguration;
import dev.feedmill.http.WebServer;
import dev.feedmill.http.message.UnusableSelectionException;
import dev.feedmill.library.Library;
import dev.feedmill.library.sql.LeaseHolder;
import dev.feedmill.library.sql.LibraryException;
import dev.feedmill.library.sql.LibraryUnavailableException;
import dev.feedmill.problem.Problem;
import dev.feedmill.push.purge.Purges;
import dev.feedmill.reading.header.ReadingRules.EntryIds;
import dev.feedmill.runtime.SocketPort;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A running server: the folder follower, its library and the web server that serves from it. */
public final class App implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger("dev.feedmill.start");
    private final Library library;
    private final FolderFollower follower;
    private final WebServer server;
    private final FollowedSites followed;
    private final Settings started;
    private final Sockets sockets;
    private final Purges purges;
    private final int port;
    private final int operatorPort;
    private final CompletableFuture<String> end = new CompletableFuture<>();
    private volatile Settings settings;
    /** Those by which articles are read. */
    private Settings reading;

    private @Nullable Push push;
    private volatile boolean closed;

    private App(
            Settings settings,
            Library library,
            FollowedSites followed,
            FolderFollower follower,
            WebServer server,
            Sockets sockets,
            Purges purges) {
        this.started = settings;
        this.settings = settings;
        this.reading = settings;
        this.library = library;
        this.followed = followed;
        this.follower = follower;
        this.server = server;
        this.sockets = sockets;
        this.purges = purges;
        this.port = sockets.publicPort();
        this.operatorPort = SocketPort.of(sockets.operator());
        library.lost().thenAccept(end::complete);
        follower.ended().thenAccept(end::complete);
    }

    /** Starts everything; the first scan continues in the background. */
    public static App start(Settings settings, Clock clock, ProgressLine progress) throws CannotRunException {
        Wiring wiring = new Wiring(settings);
        Path folder = wiring.folder();
        Sockets sockets = Sockets.bind(settings);
        Library library = null;
        try {
            int port = sockets.publicPort();
            int operatorPort = SocketPort.of(sockets.operator());
            library = Library.openFor(
                    LeaseHolder.ofThisProcess(wiring.address(port)),
                    settings.library().leaseTime(),
                    settings.library().data(),
                    clock,
                    settings.stored());
            warnOfIds(library, settings.reading().ids());
            FollowedSites followed = wiring.sites(library, new SiteLog());
            FolderFollower follower = wiring.follower(folder, followed, library, clock);
            if (!settings.library().acceptOtherFolder()) {
                follower.requireKinship();
            }
            SiteConfiguration configuration = wiring.presentation(port).configuration(followed.now());
            WebServer server = new WebServer(
                    sockets.readers(),
                    sockets.operator(),
                    settings.serving(),
                    configuration,
                    library,
                    follower,
                    wiring.media(),
                    clock);
            Purges purges = new Purges(
                    library.changes(), settings.purging(), settings.outgoing(), "Feedmill/" + Version.number());
            App app = new App(settings, library, followed, follower, server, sockets, purges);
            String statusPage = "http://localhost:" + operatorPort + FixedAddress.STATUS.rooted();
            FolderLog folderLog = new FolderLog(follower, folder, statusPage, app::problemLines);
            follower.onLook(look -> {
                folderLog.looked(look);
                // A library that was just filled has changed for no cache.
                purges.begin();
            });
            follower.onProgress(step -> progress.step(step.done(), step.total()));
            followed.onApplied(app::show);
            app.push = Push.start(settings, () -> app.settings.named(), library, follower, server, clock);
            server.start();
            StartLog.log(configuration.site().server(), folder, wiring.library());
            followed.logFound();
            if (wiring.presentation(port).isUntitled(followed.now())) {
                LOG.info("'site.title' is not set: the feeds are called '" + Presentation.UNTITLED + "'");
            }
            app.warn(wiring);
            follower.start();
            return app;
        } catch (LibraryException | LibraryUnavailableException | UnusableSelectionException e) {
            sockets.close();
            if (library != null) {
                library.close();
            }
            throw new CannotRunException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Applies settings that were read while it runs, all at once for the requests from now on; articles are read again
     * if they are read otherwise by them.
     *
     * @return the names of settings that have changed but need a restart
     * @throws CannotRunException if they cannot be used; then nothing has changed, as with any other exception
     */
    public synchronized List<String> apply(Settings read) throws CannotRunException {
        if (closed) {
            return List.of();
        }
        Settings former = settings;
        Settings next = RestartSettings.held(started, read);
        checkTogether(next);
        try {
            library.follow(next.stored(), () -> check(next));
        } catch (UnusableSelectionException e) {
            throw new CannotRunException(String.valueOf(e.getMessage()), e);
        }
        settings = next;
        try {
            purges.apply(next.purging());
            followed.show();
            follow(next);
        } catch (RuntimeException e) {
            restore(former, e);
            throw e;
        }
        warn(new Wiring(next));
        return RestartSettings.changed(started, read);
    }

    /** Refuses what the start would refuse, now that some settings are as at the start. */
    private static void checkTogether(Settings next) throws CannotRunException {
        Sockets.requireToken(next);
        String fault = next.server().movedToFault();
        if (fault != null) {
            throw new CannotRunException("'server.moved-to' " + fault);
        }
    }

    private void check(Settings next) {
        Wiring wiring = new Wiring(next);
        server.check(next.serving(), wiring.presentation(port).configuration(followed.now()), wiring.media());
    }

    /** Has articles read by settings, if they are read otherwise by them. */
    private void follow(Settings next) {
        Wiring wiring = new Wiring(next);
        if (!wiring.readsAs(reading)) {
            warnOfIds(library, next.reading().ids());
            followed.follow(wiring::find, wiring::reader);
            reading = next;
        }
    }

    private void restore(Settings former, RuntimeException fault) {
        settings = former;
        try {
            purges.apply(former.purging());
            library.follow(former.stored(), () -> {});
            followed.show();
        } catch (RuntimeException e) {
            fault.addSuppressed(e);
        }
    }

    /** Shows the problems of the settings on the status page, in place of those shown before. */
    public void reportSettings(List<Problem> problems) {
        server.reportSettings(problems);
    }

    private void show(Sites sites) {
        Settings current = settings;
        Wiring wiring = new Wiring(current);
        server.reconfigure(current.serving(), wiring.presentation(port).configuration(sites), wiring.media());
        purges.purgeAll();
    }

    private void warn(Wiring wiring) {
        wiring.podcasts().missingArtwork(wiring.media()).forEach(LOG::warning);
        wiring.presentation(port).appearance().warnings().forEach(LOG::warning);
    }

    private int problemLines() {
        return settings.log().problems();
    }

    private static void warnOfIds(Library library, EntryIds ids) {
        if (library.writer().recordIdRule(ids.word(), EntryIds.STABLE.word())) {
            LOG.warning("articles.ids is '" + ids.word() + "' now: entries whose articles declare no id get other ids,"
                    + " and readers show them as unread once more");
        }
    }

    public int port() {
        return port;
    }

    /** Port of the operator's pages. */
    public int operatorPort() {
        return operatorPort;
    }

    public Library library() {
        return library;
    }

    public FolderFollower follower() {
        return follower;
    }

    /**
     * Waits for the first attempt to scan the whole folder, successful or not, or until the server cannot continue.
     */
    public void awaitFirstLook() throws InterruptedException {
        boolean done = false;
        while (!done && !end.isDone()) {
            done = follower.awaitFirstLook(Duration.ofMillis(500));
        }
    }

    /** Waits until one scan of the whole folder has succeeded, or until the server cannot continue. */
    public void awaitFirstScan() throws InterruptedException {
        boolean done = false;
        while (!done && !end.isDone()) {
            done = follower.awaitFirstScan(Duration.ofMillis(500));
        }
    }

    /** Waits until the server cannot continue; returns the reason. */
    public String awaitEnd() throws InterruptedException {
        try {
            return end.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Prints feed URLs to paste into a feed reader. */
    public void printFeeds(PrintStream out) {
        Wiring wiring = new Wiring(settings);
        Path folder = Path.of(settings.articles().folder()).toAbsolutePath().normalize();
        new FeedList(
                        wiring.presentation(port).server(),
                        settings.named(),
                        library.terms().listed())
                .printStart(folder, wiring.library(), out);
    }

    /** Accepts no more requests, finishes those in progress, then closes the library. */
    @Override
    public void close() {
        closed = true;
        if (push != null) {
            push.close();
        }
        server.close();
        sockets.close();
        follower.close();
        purges.close();
        library.close();
    }
}
