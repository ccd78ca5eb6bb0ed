package dev.feedmill.runtime;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * When the work for one answer must end: at a time, or as soon as whoever asked has left. Made when a request begins and
 * handed to all that may take long, which asks it now and then. Threads may share it.
 */
public final class Deadline {
    /** Of work for which nobody waits. */
    public static final Deadline NEVER = new Deadline(Long.MAX_VALUE, () -> false, () -> 0L);

    /** What is answered sooner is not worth a look at whether its asker is still there. */
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
     * That of a request that begins now.
     *
     * @param hasLeft whether whoever asked is there no more; asked some times a second
     */
    public static Deadline after(Duration time, BooleanSupplier hasLeft) {
        return after(time, hasLeft, System::nanoTime);
    }

    static Deadline after(Duration time, BooleanSupplier hasLeft, LongSupplier nanos) {
        return new Deadline(time.toNanos(), hasLeft, nanos);
    }

    /** The sooner of this one and one that ends so long from now. */
    public Deadline atMost(Duration time) {
        if (this == NEVER) {
            return after(time, hasLeft);
        }
        return time.compareTo(left()) >= 0 ? this : new Deadline(time.toNanos(), hasLeft, nanos);
    }

    /** One with the same time from now on, for work that could not begin before. */
    public Deadline anew() {
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

    /** The time that is left, not below zero. */
    public Duration left() {
        return this == NEVER
                ? Duration.ofNanos(Long.MAX_VALUE)
                : Duration.ofNanos(Math.max(0, end - nanos.getAsLong()));
    }

    /**
     * Goes on where there is time left.
     *
     * @throws TooSlowException where there is none
     * @throws AskerLeftException where nobody waits any more
     */
    public void check() {
        if (isOver()) {
            throw over();
        }
    }

    /** Why work ended that was told to by {@link #isOver}. */
    public RuntimeException over() {
        return left().isZero() ? new TooSlowException("the answer takes too long to make") : new AskerLeftException();
    }
}
