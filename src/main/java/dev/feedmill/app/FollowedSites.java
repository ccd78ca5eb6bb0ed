package dev.feedmill.app;

import dev.feedmill.dialect.Sites;
import dev.feedmill.dialect.config.ConfigFault;
import dev.feedmill.dialect.config.LastValidConfigurations;
import dev.feedmill.folder.ReaderSource;
import dev.feedmill.library.Library;
import dev.feedmill.problem.Problem;
import dev.feedmill.reading.ArticleReader;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The folder's sites by their current configurations. When a configuration changes, a new reader is used for articles.
 */
public final class FollowedSites implements ReaderSource {
    /** File names of configurations and data files. */
    private static final Pattern CONFIGURATION =
            Pattern.compile("(?i)(?:.*/)?(?:_index\\..+|[^/]+\\.(?:ya?ml|toml|json|[cm]?[jt]s|py|csv|tsv)|Gemfile)");

    /** Interval between checks of configurations, since some file systems report no changes. */
    private static final Duration LOOK = Duration.ofMillis(500);

    /** Maximum time that articles wait for configurations to settle, as a multiple of the settle time. */
    private static final int MAX_PAUSES = 10;

    private Function<LastValidConfigurations, Sites> findSites;
    private Function<Sites, ArticleReader> makeReader;
    private final Library library;
    private final SiteLog log;
    private final long settleNanos;

    private Sites sites;
    private Sites shown;
    private Consumer<Sites> onApplied = other -> {};
    private ArticleReader reader;
    private List<String> seen;
    private long changedAt;
    private boolean changePending;
    /**
     * Whether an unsettled configuration was read, so that all articles must be read with it before it is read again.
     */
    private boolean applyPending;

    private long changingSince;
    private long lookedAt = System.nanoTime();

    /**
     * Starts with the current sites.
     *
     * @param findSites receives the last readable text of each configuration
     * @param library stores these texts
     * @param settleTime how long configurations must be unchanged before they are read
     * @param log receives new sites, and problems of configurations that cannot be read
     */
    FollowedSites(
            Function<LastValidConfigurations, Sites> findSites,
            Function<Sites, ArticleReader> makeReader,
            Library library,
            Duration settleTime,
            SiteLog log) {
        this.findSites = findSites;
        this.makeReader = makeReader;
        this.library = library;
        this.log = log;
        this.settleNanos = settleTime.toNanos();
        this.sites = find(findSites);
        this.shown = sites;
        this.reader = makeReader.apply(sites);
        this.seen = sites.files().stamps();
    }

    /** The sites by the configurations read last. */
    public synchronized Sites now() {
        return sites;
    }

    /**
     * Sets the listener for changed sites; it is called on the follower's thread, once all articles are read with them.
     */
    synchronized void onApplied(Consumer<Sites> listener) {
        onApplied = listener;
    }

    /**
     * Makes readers and finds sites in another way from now on. All articles are read again if what is read of them
     * depends on it. If it throws, everything stays.
     */
    synchronized void follow(
            Function<LastValidConfigurations, Sites> otherSites, Function<Sites, ArticleReader> otherReaders) {
        Sites found = find(otherSites);
        reader = otherReaders.apply(found);
        findSites = otherSites;
        makeReader = otherReaders;
        sites = found;
        seen = sites.files().stamps();
        log.faults(sites.files().faults());
    }

    /** Gives the sites to the listener, by which they are shown until they change. */
    synchronized void show() {
        onApplied.accept(sites);
    }

    @Override
    public synchronized void applied() {
        if (!sites.facts().equals(shown.facts()) || !sites.feedPaths().equals(shown.feedPaths())) {
            onApplied.accept(sites);
        }
        shown = sites;
        applyPending = false;
    }

    /** Logs the sites found, and their problems. */
    synchronized void logFound() {
        log.found(sites);
        log.faults(sites.files().faults());
    }

    @Override
    public synchronized void onEvent(String path) {
        if (path.isEmpty() || CONFIGURATION.matcher(path).matches()) {
            noteChange(System.nanoTime());
        }
    }

    private void noteChange(long time) {
        changingSince = changePending ? changingSince : time;
        changePending = true;
        changedAt = time;
    }

    @Override
    public synchronized ArticleReader latest() {
        if (applyPending) {
            return reader;
        }
        long time = System.nanoTime();
        if (time - lookedAt >= LOOK.toNanos()) {
            look(time);
        }
        renewIfSettled(time);
        return reader;
    }

    @Override
    public synchronized Duration untilSettled() {
        if (applyPending) {
            return Duration.ZERO;
        }
        long time = System.nanoTime();
        look(time);
        renewIfSettled(time);
        return changePending ? Duration.ofNanos(Math.max(1, settledAt() - time)) : Duration.ZERO;
    }

    @Override
    public synchronized boolean hasConfigurations() {
        return !sites.all().isEmpty();
    }

    @Override
    public synchronized List<Problem> problems() {
        return sites.files().faults().stream().map(ConfigFault::asProblem).toList();
    }

    private void look(long time) {
        lookedAt = time;
        List<String> now = sites.files().stampsNow();
        if (!now.equals(seen)) {
            seen = now;
            noteChange(time);
        }
    }

    /** When configurations count as settled; after a maximum wait, those that never settle do too. */
    private long settledAt() {
        return Math.min(changedAt + settleNanos, changingSince + MAX_PAUSES * settleNanos);
    }

    private void renewIfSettled(long time) {
        if (changePending && time - settledAt() >= 0) {
            applyPending = time - changedAt < settleNanos;
            renew();
            changePending = false;
        }
    }

    /** Finds the sites; only here, the last valid text replaces a configuration that cannot be read. */
    private Sites find(Function<LastValidConfigurations, Sites> search) {
        Sites found = search.apply(library::configuration);
        library.keepConfigurations(found.files().takeTexts());
        return found;
    }

    private void renew() {
        Sites found = find(findSites);
        boolean same = found.fingerprint().equals(sites.fingerprint());
        sites = found;
        seen = found.files().stamps();
        log.faults(found.files().faults());
        if (!same) {
            reader = makeReader.apply(found);
            log.changed(found);
        }
    }
}
