package dev.feedmill;

import dev.feedmill.dialect.Sites;
import dev.feedmill.library.ReaderSource;
import dev.feedmill.reading.ArticleReader;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The sites of the folder as their configurations have them now: where one changes, articles are read by another reader. */
final class FollowedSites implements ReaderSource {
    /** What configurations and data files are called. */
    private static final Pattern CONFIGURATION =
            Pattern.compile("(?i)(?:.*/)?(?:_index\\..+|[^/]+\\.(?:ya?ml|toml|json|[cm]?[jt]s|py|csv|tsv)|Gemfile)");

    /** How often to look at configurations: some file systems announce no changes. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Supplier<Sites> finder;
    private final Function<Sites, ArticleReader> maker;
    private final SiteLog log;
    private final long settleNanos;

    private Sites sites;
    private ArticleReader reader;
    private List<String> seen;
    private long seenAt;
    private boolean doubtful;
    private long lookedAt = System.nanoTime();

    /**
     * Begins with sites that were found already.
     *
     * @param settleTime how long configurations must stand still before they are read
     * @param log is given others that were found, and what is wrong with configurations that cannot be read
     */
    FollowedSites(
            Sites sites,
            Supplier<Sites> finder,
            Function<Sites, ArticleReader> maker,
            Duration settleTime,
            SiteLog log) {
        this.sites = sites;
        this.finder = finder;
        this.maker = maker;
        this.log = log;
        this.settleNanos = settleTime.toNanos();
        this.reader = maker.apply(sites);
        this.seen = sites.files().stamps();
    }

    @Override
    public synchronized void heard(String path) {
        if (path.isEmpty() || CONFIGURATION.matcher(path).matches()) {
            doubtful = true;
            seenAt = System.nanoTime();
        }
    }

    @Override
    public synchronized ArticleReader latest() {
        long time = System.nanoTime();
        if (time - lookedAt >= LOOK.toNanos()) {
            lookedAt = time;
            List<String> now = sites.files().stampsNow();
            if (!now.equals(seen)) {
                seen = now;
                seenAt = time;
                doubtful = true;
            }
        }
        if (doubtful && System.nanoTime() - seenAt >= settleNanos) {
            doubtful = false;
            find();
        }
        return reader;
    }

    private void find() {
        Sites found = finder.get();
        if (!found.files().problems().isEmpty()) {
            // What was held back by a configuration must not come out while it is being edited.
            seen = sites.files().stampsNow();
            log.invalid(found.files().problems());
            return;
        }
        boolean same = found.fingerprint().equals(sites.fingerprint());
        sites = found;
        seen = found.files().stamps();
        if (!same) {
            reader = maker.apply(found);
            log.changed(found);
        }
    }
}
