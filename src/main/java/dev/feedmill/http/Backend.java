package dev.feedmill.http;

import dev.feedmill.folder.FolderFollower;
import dev.feedmill.http.caching.ModificationTimes;
import dev.feedmill.http.caching.RenderQueue;
import dev.feedmill.http.feeds.RateLimiter;
import dev.feedmill.http.files.FileCache;
import dev.feedmill.http.files.FileHandler;
import dev.feedmill.http.files.PublicFiles;
import dev.feedmill.http.message.BasePath;
import dev.feedmill.http.message.CanonicalPaths;
import dev.feedmill.http.message.Epoch;
import dev.feedmill.http.message.ServerRules;
import dev.feedmill.http.status.CountHistory;
import dev.feedmill.http.status.HealthHandler;
import dev.feedmill.http.status.OperatorAccess;
import dev.feedmill.http.status.ResponseCounts;
import dev.feedmill.http.status.StartupGate;
import dev.feedmill.http.status.StatusReport;
import dev.feedmill.library.Library;
import dev.feedmill.media.MediaFolder;
import dev.feedmill.selection.Selection;
import dev.feedmill.selection.Term;
import java.time.InstantSource;

/** All that answers requests, without the connections that bring them. */
record Backend(
        Routes routes,
        HandlerFactory factory,
        FileHandler files,
        BasePath basePath,
        Epoch epoch,
        StartupGate startupGate,
        ResponseCounts counts,
        CountHistory history) {
    /** @param operatorPort port that only the operator may use; 0 for none */
    static Backend of(
            ServerRules rules,
            SiteConfiguration configuration,
            Library library,
            FolderFollower follower,
            MediaFolder media,
            InstantSource clock,
            int operatorPort) {
        Epoch epoch = new Epoch();
        CanonicalPaths canonicalPaths = new CanonicalPaths();
        BasePath basePath = new BasePath(configuration.site().server().baseUrl(), canonicalPaths);
        boolean filled =
                !library.page(Selection.newest(Term.EVERYTHING, 1)).entries().isEmpty();
        StartupGate startupGate = new StartupGate(follower, rules.timeouts(), filled);
        ResponseCounts counts = new ResponseCounts();
        CountHistory history = new CountHistory(counts);
        HandlerFactory factory = new HandlerFactory(
                library,
                rules,
                clock,
                new HandlerFactory.Shared(
                        new RenderQueue(rules.limits().makers(), rules.limits().waiting()),
                        new ModificationTimes(rules.sizes().cacheBytes() / 16, clock, library.modifiedDocuments()),
                        new RateLimiter(rules.polling(), System::nanoTime),
                        counts),
                new StatusReport(
                        library,
                        follower,
                        startupGate,
                        counts,
                        history,
                        configuration.site().version()),
                new OperatorAccess(rules.status(), operatorPort),
                basePath);
        FileHandler files = new FileHandler(
                new PublicFiles(library, media, rules.artwork()),
                counts.downloads(),
                new FileCache(rules.sizes().cacheBytes() / 8, epoch, System::nanoTime),
                clock);
        Routes routes = new Routes(
                library,
                factory.make(configuration),
                files,
                new HealthHandler(startupGate, library, follower, rules.timeouts()),
                startupGate,
                counts,
                canonicalPaths,
                basePath,
                epoch);
        return new Backend(routes, factory, files, basePath, epoch, startupGate, counts, history);
    }
}
