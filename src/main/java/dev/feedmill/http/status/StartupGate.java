package dev.feedmill.http.status;

import dev.feedmill.folder.FolderFollower;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.ProblemResponses;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Lets requests wait for the first scan of an empty library, so that nobody subscribes to half a feed; a few may wait, the
 * others are told when to come again.
 */
public final class StartupGate {
    private final FolderFollower follower;
    private final Duration wait;
    private volatile boolean ready;
    private final Semaphore seats = new Semaphore(64);

    /**
     * Watches the first scan.
     *
     * @param filled whether the library holds articles of an earlier run, which are served while the folder is compared
     */
    public StartupGate(FolderFollower follower, Duration wait, boolean filled) {
        this.follower = follower;
        this.wait = wait;
        this.ready = filled;
    }

    /** Whether nobody needs to wait any more. */
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

    /** Null as soon as there is something to serve, else the answer to give. */
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
