package dev.feedmill;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for a state, never for a time; the only place where tests poll. */
public final class Await {
    /** The timeout, which only a failing test reaches. */
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private static final long PAUSE_MILLIS = 10;

    private Await() {}

    /**
     * Returns once the state is reached.
     *
     * @throws AssertionError if it is never reached
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
