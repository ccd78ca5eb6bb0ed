package dev.feedmill;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for a state, never for a time; the only place where tests ask again and again. */
public final class Await {
    /** Only what never comes is waited for so long. */
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private static final long PAUSE_MILLIS = 10;

    private Await() {}

    /**
     * Returns once the state is there.
     *
     * @throws AssertionError if it never comes
     */
    public static void until(String what, Callable<Boolean> state) {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        try {
            while (!state.call()) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("it never came: " + what);
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError("while waiting for: " + what, e);
        }
    }
}
