package dev.feedmill.http;

import dev.feedmill.folder.FolderFollower;
import dev.feedmill.http.caching.ModificationTimes;
import dev.feedmill.http.caching.RenderQueue;
import dev.feedmill.http.feeds.RateLimiter;
import dev.feedmill.http.message.BasePath;
import dev.feedmill.http.message.CanonicalPaths;
import dev.feedmill.http.message.Epoch;
import dev.feedmill.http.message.NodeGate;
import dev.feedmill.http.message.ServerRules;
import dev.feedmill.http.status.CountHistory;
import dev.feedmill.http.status.HealthHandler;
import dev.feedmill.http.status.ResponseCounts;
import dev.feedmill.http.status.StartupGate;
import dev.feedmill.http.status.StatusReport;
import dev.feedmill.library.Library;
import dev.feedmill.media.MediaFolder;
import dev.feedmill.selection.Selection;
import dev.feedmill.selection.Term;
import java.time.InstantSource;
import java.util.function.Supplier;

/** All that answers requests, without the connections that bring them. */
record Backend(
        Routes routes,
        HandlerFactory factory,
        BasePath basePath,
        Epoch epoch,
        StartupGate startupGate,
        ResponseCounts counts,
        CountHistory history) {
    /**
     * Puts it together for the rules at the start.
     *
     * @param current the rules at any time
     * @param operatorPort port that only the operator may use; 0 for none
     * @param gate tells of other servers
     */
    static Backend of(
            Supplier<ServerRules> current,
            SiteConfiguration configuration,
            Library library,
            FolderFollower follower,
            MediaFolder media,
            InstantSource clock,
            int operatorPort,
            NodeGate gate) {
        ServerRules rules = current.get();
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
                media,
                clock,
                new HandlerFactory.Shared(
                        new RenderQueue(rules.limits().makers(), rules.limits().waiting()),
                        new ModificationTimes(rules.sizes().timesBytes(), clock, library.modifiedDocuments()),
                        new RateLimiter(rules.polling(), System::nanoTime, gate::servers),
                        counts,
                        epoch,
                        gate),
                new StatusReport(
                        library,
                        follower,
                        startupGate,
                        counts,
                        history,
                        configuration.site().version()),
                operatorPort,
                basePath);
        Routes routes = new Routes(
                library,
                factory.make(configuration),
                new HealthHandler(
                        startupGate, library, follower, () -> current.get().timeouts(), gate),
                startupGate,
                counts,
                canonicalPaths,
                basePath,
                epoch);
        return new Backend(routes, factory, basePath, epoch, startupGate, counts, history);
    }
}
