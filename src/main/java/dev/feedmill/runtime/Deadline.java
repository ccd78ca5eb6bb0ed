package dev.feedmill.runtime;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * The deadline of the work for a response: a time, or as soon as the client has left. It is created when a request
 * begins and passed to all long-running code, which polls it. Thread-safe.
 */
public final class Deadline {
    /** The deadline of work that no client waits for. */
    public static final Deadline NEVER = new Deadline(Long.MAX_VALUE, () -> false, () -> 0L);

    /** Time between checks for whether the client has left; shorter work needs no check. */
    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(100);

    private final long time;
    private final long end;
    private final BooleanSupplier hasLeft;
    private final LongSupplier nanos;
    private volatile long nextLook;

    private Deadline(long time, BooleanSupplier hasLeft, LongSupplier nanos) {
        this.time = time;
        this.end = nanos.getAsLong() + time;
        this.hasLeft = hasLeft;
        this.nanos = nanos;
        this.nextLook = nanos.getAsLong() + BETWEEN_LOOKS;
    }

    /**
     * The deadline of a request that begins now.
     *
     * @param hasLeft whether the client has left; called several times a second
     */
    public static Deadline after(Duration time, BooleanSupplier hasLeft) {
        return after(time, hasLeft, System::nanoTime);
    }

    static Deadline after(Duration time, BooleanSupplier hasLeft, LongSupplier nanos) {
        return new Deadline(time.toNanos(), hasLeft, nanos);
    }

    /** The earlier of this deadline and one at this time from now. */
    public Deadline atMost(Duration time) {
        if (this == NEVER) {
            return after(time, hasLeft);
        }
        return time.compareTo(left()) >= 0 ? this : new Deadline(time.toNanos(), hasLeft, nanos);
    }

    /** A deadline with the same duration, starting now, for work that could not begin before. */
    public Deadline restarted() {
        return this == NEVER ? this : new Deadline(time, hasLeft, nanos);
    }

    /** Whether work must end. */
    public boolean isOver() {
        if (this == NEVER) {
            return false;
        }
        long now = nanos.getAsLong();
        if (now - end >= 0) {
            return true;
        }
        if (now - nextLook < 0) {
            return false;
        }
        nextLook = now + BETWEEN_LOOKS;
        return hasLeft.getAsBoolean();
    }

    /** The remaining time, not negative. */
    public Duration left() {
        return this == NEVER
                ? Duration.ofNanos(Long.MAX_VALUE)
                : Duration.ofNanos(Math.max(0, end - nanos.getAsLong()));
    }

    /**
     * Throws if the deadline is over.
     *
     * @throws DeadlineExceededException if the time is up
     * @throws ClientGoneException if the client has left
     */
    public void check() {
        if (isOver()) {
            throw over();
        }
    }

    /** The exception for work that ends because of {@link #isOver}. */
    public RuntimeException over() {
        return left().isZero()
                ? new DeadlineExceededException("the answer takes too long to make")
                : new ClientGoneException();
    }
}
