package dev.feedmill.http.status;

import dev.feedmill.folder.FolderFollower;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.ProblemResponses;
import dev.feedmill.http.message.ServerRules;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Holds requests until the folder has been compared once: with an empty library no client may subscribe to an incomplete
 * feed, with a filled one nothing may be served that was held back or deleted while the server was stopped. A few
 * requests may wait; the others get a {@code Retry-After}. A filled library is served after a while in any case, and at
 * once where the folder cannot be compared.
 */
public final class StartupGate {
    private static final int SEATS = 64;

    private final FolderFollower follower;
    private final Duration wait;
    private final boolean filled;
    private final long begun = System.nanoTime();
    private volatile boolean ready;
    private final Semaphore seats = new Semaphore(SEATS);

    /**
     * Creates a gate for the first scan, which begins now.
     *
     * @param filled whether the library holds articles of an earlier run
     */
    public StartupGate(FolderFollower follower, ServerRules.Timeouts timeouts, boolean filled) {
        this.follower = follower;
        this.wait = timeouts.firstScan();
        this.filled = filled;
    }

    /** Whether requests no longer have to wait. */
    public boolean isOver() {
        return ready;
    }

    /** How many requests wait. */
    public int waiting() {
        return SEATS - seats.availablePermits();
    }

    boolean isReady() throws InterruptedException {
        return ready || awaits(Duration.ZERO);
    }

    private boolean awaits(Duration atMost) throws InterruptedException {
        if (filled ? isServed(atMost) : follower.awaitFirstScan(atMost)) {
            ready = true;
        }
        return ready;
    }

    /** Waits until a filled library may be served; returns whether it may. */
    private boolean isServed(Duration atMost) throws InterruptedException {
        Duration left = wait.minusNanos(System.nanoTime() - begun);
        boolean ends = left.compareTo(atMost) <= 0;
        boolean looked = !left.isNegative() && follower.awaitFirstLook(ends ? left : atMost);
        return looked || ends;
    }

    /**
     * Waits for the first scan; null once the library may be served, otherwise the response that refuses the request.
     */
    @Nullable
    public HttpResponse waitOrRefuse() {
        if (ready) {
            return null;
        }
        try {
            if (seats.tryAcquire()) {
                try {
                    if (awaits(wait)) {
                        return null;
                    }
                } finally {
                    seats.release();
                }
            } else if (isReady()) {
                return null;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ProblemResponses.of(503, "the articles are being read", Map.of("Retry-After", "5"));
    }
}
