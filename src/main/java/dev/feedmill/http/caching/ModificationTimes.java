package dev.feedmill.http.caching;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import dev.feedmill.library.ModifiedDocuments;
import dev.feedmill.library.ModifiedDocuments.Modified;
import dev.feedmill.library.write.Change;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Knows when documents last changed, by their bytes alone: the same bytes at the same address keep their time, whatever
 * happened in between; other bytes have a later one. Threads may share it.
 *
 * <p>What has a name of its own is remembered over restarts. Questions, of which there are as many as anybody cares to
 * ask, are known while there is room for them; of one that was forgotten, nobody can have the bytes under a later date than
 * the time at which it was forgotten.
 */
public final class ModificationTimes {
    private static final int BYTES = 200;
    private static final Pattern ARCHIVE = Pattern.compile("[^?]*\\?archive=[0-9]+");

    private final InstantSource clock;
    private final ModifiedDocuments stored;
    private final Map<Long, Instant> changes = new ConcurrentHashMap<>();
    private final Cache<String, Known> known;
    private volatile Instant everything;
    private final AtomicLong forgotten = new AtomicLong(Long.MIN_VALUE);

    /**
     * What is known of an address.
     *
     * @param seen when these were the bytes for the last time that they were made
     * @param isNew whether they were others before
     */
    private record Known(String digest, LastModified modified, Instant seen, boolean isNew) {}

    /** @param maxBytes of memory, about */
    public ModificationTimes(long maxBytes, InstantSource clock, ModifiedDocuments stored) {
        this.clock = clock;
        this.stored = stored;
        this.everything = clock.instant();
        this.known = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((String address, Known value) -> address.length() * 2 + BYTES)
                .removalListener((address, value, cause) -> forget(cause))
                .executor(Runnable::run)
                .build();
    }

    private void forget(RemovalCause cause) {
        if (cause.wasEvicted()) {
            forgotten.accumulateAndGet(now() + 1, Math::max);
        }
    }

    /** Seconds since the epoch. */
    long now() {
        return Math.floorDiv(clock.millis(), 1_000);
    }

    /** To be called after a change can be read. */
    void changed(Change change) {
        Instant now = clock.instant();
        if (change.unknown()) {
            everything = now;
        }
        change.terms().forEach(term -> changes.merge(term, now, (a, b) -> a.isAfter(b) ? a : b));
    }

    /**
     * The time of a document that was made just now.
     *
     * @param address what its bytes are compared with those of before by
     * @param terms whose changes make another of it
     */
    LastModified of(String address, String digest, Set<Long> terms) {
        Known loaded = known.getIfPresent(address) == null ? load(address) : null;
        Instant now = clock.instant();
        Known result = known.asMap().compute(address, (key, present) -> {
            Known before = present == null ? loaded : present;
            return before != null && before.digest().equals(digest)
                    ? new Known(digest, before.modified(), now, false)
                    : new Known(digest, next(address, before, since(before, terms, now), now), now, true);
        });
        if (result.isNew() && isNamed(address)) {
            stored.put(address, new Modified(digest, result.modified().time()));
        }
        return result.modified();
    }

    private @Nullable Known load(String address) {
        Modified modified = isNamed(address) ? stored.find(address) : null;
        return modified == null
                ? null
                : new Known(modified.digest(), new LastModified(modified.time(), 0), Instant.EPOCH, false);
    }

    private LastModified next(String address, @Nullable Known before, Instant since, Instant now) {
        long second = since.getEpochSecond();
        if (before != null) {
            long last = before.modified().highest(now.getEpochSecond());
            return new LastModified(Math.max(second, last + 1), last);
        }
        long least = isNamed(address) ? Long.MIN_VALUE : forgotten.get();
        return new LastModified(Math.max(Math.min(second, now.getEpochSecond()), least), 0);
    }

    /** When the bytes changed: with the last change of the terms, or, where that shows in the bytes before, since then. */
    private Instant since(@Nullable Known before, Set<Long> terms, Instant now) {
        Instant change = everything;
        for (Long term : terms) {
            Instant changed = changes.getOrDefault(term, change);
            change = changed.isAfter(change) ? changed : change;
        }
        return before != null && before.seen().isAfter(change) ? now : change;
    }

    private static boolean isNamed(String address) {
        return address.indexOf('?') < 0 || ARCHIVE.matcher(address).matches();
    }
}
