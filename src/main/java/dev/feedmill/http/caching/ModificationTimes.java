package dev.feedmill.http.caching;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import dev.feedmill.library.ModifiedDocuments;
import dev.feedmill.library.ModifiedDocuments.Modified;
import dev.feedmill.library.change.Change;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Tracks when documents last changed, by their bytes alone: the same bytes at the same address keep their time; other
 * bytes get a later one. Thread-safe.
 *
 * <p>Times of documents with addresses of their own are stored and outlive restarts. Query results, whose number is
 * unbounded, are remembered while there is room. When one is forgotten, clients cannot have its bytes under a later
 * date than the time of forgetting.
 */
public final class ModificationTimes {
    private static final int ENTRY_BYTES = 200;

    private final InstantSource clock;
    private final ModifiedDocuments stored;
    private final Map<Long, Instant> changes = new ConcurrentHashMap<>();
    private final Cache<String, Known> known;
    private volatile Instant lastUnknownChange;
    private final AtomicLong forgotten = new AtomicLong(Long.MIN_VALUE);

    /**
     * What is known about an address.
     *
     * @param seen when these bytes were last rendered
     * @param isNew whether the bytes before were different
     */
    private record Known(String digest, LastModified modified, Instant seen, boolean isNew) {}

    /** @param maxBytes memory limit, approximate */
    public ModificationTimes(long maxBytes, InstantSource clock, ModifiedDocuments stored) {
        this.clock = clock;
        this.stored = stored;
        this.lastUnknownChange = clock.instant();
        this.known = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((String address, Known value) -> address.length() * 2 + ENTRY_BYTES)
                .removalListener((address, value, cause) -> forget(cause))
                .executor(Runnable::run)
                .build();
    }

    /** Sets another memory limit. */
    public void resize(long maxBytes) {
        known.policy().eviction().ifPresent(eviction -> eviction.setMaximum(maxBytes));
    }

    private void forget(RemovalCause cause) {
        if (cause.wasEvicted()) {
            forgotten.accumulateAndGet(now() + 1, Math::max);
        }
    }

    /** The current time in seconds since the epoch. */
    long now() {
        return Math.floorDiv(clock.millis(), 1_000);
    }

    /** Notes a change. Call it after the change is readable. */
    void changed(Change change) {
        Instant now = clock.instant();
        if (change.unknown()) {
            lastUnknownChange = now;
        }
        change.terms().forEach(term -> changes.merge(term, now, (a, b) -> a.isAfter(b) ? a : b));
    }

    /** The number of the last change that is known; to be read before anything is read for a document. */
    long lastKnownChange() {
        return stored.lastKnownChange();
    }

    /**
     * The modification time of a document that was just rendered; null if it has none. Of several servers that share a
     * library, all give a document the same time, and results of queries none.
     *
     * @param address key under which its bytes are compared with the former ones
     * @param terms terms whose changes change the document
     * @param asOf number of the last change that was known before it was rendered
     */
    @Nullable
    LastModified of(String address, String digest, Set<Long> terms, long asOf) {
        if (!stored.areShared()) {
            return ofOneServer(address, digest, terms);
        }
        Long settled = isNamed(address) ? stored.settle(address, digest, terms, asOf) : null;
        return settled == null ? null : LastModified.exactly(settled);
    }

    private LastModified ofOneServer(String address, String digest, Set<Long> terms) {
        Known loaded = known.getIfPresent(address) == null ? load(address) : null;
        Instant now = clock.instant();
        Known result = known.asMap().compute(address, (key, present) -> {
            Known before = present == null ? loaded : present;
            return before != null && before.digest().equals(digest)
                    ? new Known(digest, before.modified(), now, false)
                    : new Known(digest, next(address, before, changedAt(before, terms, now), now), now, true);
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

    private LastModified next(String address, @Nullable Known before, Instant changedAt, Instant now) {
        long second = changedAt.getEpochSecond();
        if (before != null) {
            long last = before.modified().highest(now.getEpochSecond());
            return new LastModified(Math.max(second, last + 1), last);
        }
        long min = isNamed(address) ? Long.MIN_VALUE : forgotten.get();
        return new LastModified(Math.max(Math.min(second, now.getEpochSecond()), min), 0);
    }

    /**
     * When the bytes changed: at the last change of the terms; now, if the former bytes were still current after it.
     */
    private Instant changedAt(@Nullable Known before, Set<Long> terms, Instant now) {
        Instant change = lastUnknownChange;
        for (Long term : terms) {
            Instant changed = changes.getOrDefault(term, change);
            change = changed.isAfter(change) ? changed : change;
        }
        return before != null && before.seen().isAfter(change) ? now : change;
    }

    private static boolean isNamed(String address) {
        return address.indexOf('?') < 0;
    }
}
