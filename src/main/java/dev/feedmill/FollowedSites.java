package dev.feedmill;

import dev.feedmill.dialect.Sites;
import dev.feedmill.dialect.config.ConfigFault;
import dev.feedmill.dialect.config.LastTexts;
import dev.feedmill.folder.ReaderSource;
import dev.feedmill.library.Library;
import dev.feedmill.problem.Problem;
import dev.feedmill.reading.ArticleReader;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The sites of the folder as their configurations have them now: where one changes, articles are read by another reader. */
final class FollowedSites implements ReaderSource {
    /** What configurations and data files are called. */
    private static final Pattern CONFIGURATION =
            Pattern.compile("(?i)(?:.*/)?(?:_index\\..+|[^/]+\\.(?:ya?ml|toml|json|[cm]?[jt]s|py|csv|tsv)|Gemfile)");

    /** How often to look at configurations: some file systems announce no changes. */
    private static final Duration LOOK = Duration.ofMillis(500);

    /** How often the settle time articles wait at most for configurations. */
    private static final int MOST_PAUSES = 10;

    private final Function<LastTexts, Sites> finder;
    private final Function<Sites, ArticleReader> maker;
    private final Library library;
    private final SiteLog log;
    private final long settleNanos;

    private Sites sites;
    private Sites shown;
    private Consumer<Sites> taken = other -> {};
    private ArticleReader reader;
    private List<String> seen;
    private long seenAt;
    private boolean doubtful;
    /** Whether configurations that never stood still were read, by which all articles are to be read before they are again. */
    private boolean owed;

    private long doubtedSince;
    private long lookedAt = System.nanoTime();

    /**
     * Begins with the sites as they are now.
     *
     * @param finder is given what configurations said when they could last be read
     * @param library remembers that
     * @param settleTime how long configurations must stand still before they are read
     * @param log is given others that were found, and what is wrong with configurations that cannot be read
     */
    FollowedSites(
            Function<LastTexts, Sites> finder,
            Function<Sites, ArticleReader> maker,
            Library library,
            Duration settleTime,
            SiteLog log) {
        this.finder = finder;
        this.maker = maker;
        this.library = library;
        this.log = log;
        this.settleNanos = settleTime.toNanos();
        this.sites = find();
        this.shown = sites;
        this.reader = maker.apply(sites);
        this.seen = sites.files().stamps();
    }

    /** What the sites are by now. */
    synchronized Sites now() {
        return sites;
    }

    /** Sets what is given other sites, on the follower's thread, once all articles are read by their configurations. */
    synchronized void onTaken(Consumer<Sites> listener) {
        taken = listener;
    }

    @Override
    public synchronized void taken() {
        if (!sites.facts().equals(shown.facts()) || !sites.feedPaths().equals(shown.feedPaths())) {
            taken.accept(sites);
        }
        shown = sites;
        owed = false;
    }

    /** Tells the operator what was found, and what is wrong with it. */
    synchronized void tell() {
        log.found(sites);
        log.faults(sites.files().faults());
    }

    @Override
    public synchronized void heard(String path) {
        if (path.isEmpty() || CONFIGURATION.matcher(path).matches()) {
            doubt(System.nanoTime());
        }
    }

    private void doubt(long time) {
        doubtedSince = doubtful ? doubtedSince : time;
        doubtful = true;
        seenAt = time;
    }

    @Override
    public synchronized ArticleReader latest() {
        if (owed) {
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
        if (owed) {
            return Duration.ZERO;
        }
        long time = System.nanoTime();
        look(time);
        renewIfSettled(time);
        return doubtful ? Duration.ofNanos(Math.max(1, settledAt() - time)) : Duration.ZERO;
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
            doubt(time);
        }
    }

    /** Configurations that never stand still are read in between. */
    private long settledAt() {
        return Math.min(seenAt + settleNanos, doubtedSince + MOST_PAUSES * settleNanos);
    }

    private void renewIfSettled(long time) {
        if (doubtful && time - settledAt() >= 0) {
            owed = time - seenAt < settleNanos;
            renew();
            doubtful = false;
        }
    }

    /** Of a configuration that cannot be read, its last valid text counts: the only place that decides so. */
    private Sites find() {
        Sites found = finder.apply(library::configuration);
        library.keepConfigurations(found.files().takeTexts());
        return found;
    }

    private void renew() {
        Sites found = find();
        boolean same = found.fingerprint().equals(sites.fingerprint());
        sites = found;
        seen = found.files().stamps();
        log.faults(found.files().faults());
        if (!same) {
            reader = maker.apply(found);
            log.changed(found);
        }
    }
}
