package dev.feedmill.http.message;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The number of changes of what is served. Each request carries the number from before anything was read for it, so
 * that a response from data read before a change is never taken for fresh after it. Thread-safe.
 */
public final class Epoch {
    /** Before all changes: what is read for it is never fresh. */
    static final long NEVER = -1;

    private final AtomicLong changes = new AtomicLong();

    /** The number of the last change. */
    public long now() {
        return changes.get();
    }

    /** Counts a change and returns its number. Call it after the change is readable, not before. */
    public long next() {
        return changes.incrementAndGet();
    }
}
