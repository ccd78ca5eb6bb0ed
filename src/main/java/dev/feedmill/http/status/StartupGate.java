package dev.feedmill.http.status;

import dev.feedmill.folder.FolderFollower;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.ProblemResponses;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Holds requests during the first scan of an empty library, so that no client subscribes to an incomplete feed. A few
 * requests may wait; the others get a {@code Retry-After}.
 */
public final class StartupGate {
    private final FolderFollower follower;
    private final Duration wait;
    private volatile boolean ready;
    private final Semaphore seats = new Semaphore(64);

    /**
     * Creates a gate for the first scan.
     *
     * @param filled whether the library holds articles of an earlier run, which are served during the scan
     */
    public StartupGate(FolderFollower follower, Duration wait, boolean filled) {
        this.follower = follower;
        this.wait = wait;
        this.ready = filled;
    }

    /** Whether requests no longer have to wait. */
    public boolean isOver() {
        return ready;
    }

    boolean isReady() throws InterruptedException {
        return ready || awaits(Duration.ZERO);
    }

    private boolean awaits(Duration atMost) throws InterruptedException {
        ready = follower.awaitFirstScan(atMost);
        return ready;
    }

    /**
     * Waits for the first scan; null once there is something to serve, otherwise the response that refuses the request.
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
        return ProblemResponses.of(503, "the articles are being read for the first time", Map.of("Retry-After", "5"));
    }
}
