package dev.feedmill.app;

import dev.feedmill.address.FixedAddress;
import dev.feedmill.config.RestartSettings;
import dev.feedmill.config.Settings;
import dev.feedmill.dialect.Sites;
import dev.feedmill.folder.FolderFollower;
import dev.feedmill.folder.FolderLook;
import dev.feedmill.http.SiteConfiguration;
import dev.feedmill.http.WebServer;
import dev.feedmill.http.message.UnusableSelectionException;
import dev.feedmill.library.Library;
import dev.feedmill.library.sql.LibraryException;
import dev.feedmill.library.sql.LibraryUnavailableException;
import dev.feedmill.problem.Problem;
import dev.feedmill.push.purge.Purges;
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

    private final Push push;
    private volatile @Nullable SharedServer node;
    private final Object showing = new Object();
    /** Whether the stored site may differ from what is shown; at first, since it was read before changes were followed. */
    private volatile boolean siteChanged = true;

    private volatile boolean closed;

    private App(
            Settings settings,
            Library library,
            FollowedSites followed,
            FolderFollower follower,
            WebServer server,
            Sockets sockets,
            Purges purges,
            Clock clock) {
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
        this.push = new Push(settings, () -> this.settings.named(), library, follower, server, clock);
        if (!settings.nodes().enabled()) {
            library.lost().thenAccept(end::complete);
        }
        follower.ended().thenAccept(end::complete);
    }

    /** Starts everything; the first scan continues in the background. */
    public static App start(Settings settings, Clock clock, ProgressLine progress) throws CannotRunException {
        Wiring wiring = new Wiring(settings);
        Path folder = wiring.servedFolder();
        Sockets sockets = Sockets.bind(settings);
        Library library = null;
        try {
            int port = sockets.publicPort();
            int operatorPort = SocketPort.of(sockets.operator());
            boolean shared = settings.nodes().enabled();
            library = wiring.open(port, clock);
            FollowedSites followed;
            if (shared) {
                followed = wiring.unknownSites(library, new SiteLog());
            } else {
                wiring.recordIdRule(library);
                followed = wiring.sites(library, new SiteLog());
            }
            FolderFollower follower = wiring.follower(folder, followed, library, clock);
            if (!shared && !wiring.acceptsOtherFolder()) {
                follower.requireKinship();
            }
            SiteSummary summary = shared ? SiteSummary.read(library.site()) : SiteSummary.of(followed.now());
            SiteConfiguration configuration = wiring.presentation(port).configuration(summary);
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
            App app = new App(settings, library, followed, follower, server, sockets, purges, clock);
            String statusPage = "http://localhost:" + operatorPort + FixedAddress.STATUS.rooted();
            FolderLog folderLog = new FolderLog(follower, folder, statusPage, app::problemLines);
            follower.onLook(look -> {
                folderLog.looked(look);
                // A library that was just filled has changed for no cache.
                purges.begin();
                app.looked(look);
            });
            follower.onProgress(step -> progress.step(step.done(), step.total()));
            followed.onApplied(app::show);
            StartLog.log(configuration.site().server(), folder, wiring.library());
            if (shared) {
                app.join(wiring.address(port));
            } else {
                app.push.begin();
                server.start();
                followed.logFound();
                if (wiring.presentation(port).isUntitled(summary)) {
                    LOG.info("'site.title' is not set: the feeds are called '" + Presentation.UNTITLED + "'");
                }
                follower.start();
            }
            app.warn(wiring);
            return app;
        } catch (LibraryException | LibraryUnavailableException | UnusableSelectionException e) {
            sockets.close();
            if (library != null) {
                library.close();
            }
            throw new CannotRunException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Serves as one of several servers, and leads them when it can. */
    private void join(String address) {
        LeaderWork work = new LeaderWork(
                library, follower, followed, push, purges, () -> new Wiring(settings), this::beganToRead);
        SharedServer shared = new SharedServer(library, started.nodes(), address, work, this::showStored);
        node = shared;
        library.onChange(change -> {
            if (change.unknown()) {
                siteChanged = true;
            }
        });
        shared.start(server);
    }

    private void looked(FolderLook look) {
        SharedServer shared = node;
        if (shared != null) {
            shared.looked(look);
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
        server.check(next.serving(), wiring.presentation(port).configuration(summary(followed.now())), wiring.media());
    }

    /** Has articles read by settings, if they are read otherwise by them. */
    private void follow(Settings next) {
        Wiring wiring = new Wiring(next);
        if (!wiring.readsAs(reading)) {
            if (leads()) {
                wiring.recordIdRule(library);
                followed.follow(wiring::find, wiring::reader);
            }
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
        if (node != null && leads()) {
            // All servers show it once they have read the change.
            library.writer().recordSite(SiteSummary.of(sites).text());
        }
        // One after the other, so that what is shown last is what was read last.
        synchronized (showing) {
            siteChanged = false;
            reconfigure(node == null ? SiteSummary.of(sites) : SiteSummary.read(library.site()));
        }
        purges.purgeAll();
    }

    /** Shows the site as a leader has stored it, if that has changed. */
    private void showStored() {
        synchronized (showing) {
            if (siteChanged) {
                SiteSummary stored = SiteSummary.read(library.site());
                siteChanged = false;
                reconfigure(stored);
            }
        }
    }

    /** Notes by which settings this server, which has just begun to lead, reads articles; they may have changed since. */
    private synchronized void beganToRead(Wiring wiring) {
        reading = wiring.settings();
        follow(settings);
    }

    private void reconfigure(SiteSummary shown) {
        Settings current = settings;
        Wiring wiring = new Wiring(current);
        server.reconfigure(current.serving(), wiring.presentation(port).configuration(shown), wiring.media());
    }

    /** What is shown of the site: as the leader found it, or as it was stored by another leader. */
    private SiteSummary summary(Sites found) {
        return leads() ? SiteSummary.of(found) : SiteSummary.read(library.site());
    }

    /** Whether this server follows the folder. */
    private boolean leads() {
        SharedServer shared = node;
        return shared == null || shared.leads();
    }

    private void warn(Wiring wiring) {
        wiring.podcasts().missingArtwork(wiring.media()).forEach(LOG::warning);
        wiring.presentation(port).appearance().warnings().forEach(LOG::warning);
    }

    private int problemLines() {
        return settings.log().problems();
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
        SharedServer shared = node;
        if (shared != null) {
            // Another server leads before this one is gone.
            shared.resign();
            server.drain(started.nodes().drainTime());
        }
        push.end();
        server.close();
        sockets.close();
        follower.close();
        purges.close();
        if (shared != null) {
            shared.close();
        }
        library.close();
    }
}
