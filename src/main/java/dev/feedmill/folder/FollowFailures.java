package dev.feedmill.folder;

import dev.feedmill.library.sql.LibraryUnavailableException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Failures that keep the follower from its work; logs each kind once until the work succeeds again. For one thread.
 */
public final class FollowFailures {
    private static final Logger LOG = LoggerFactory.getLogger(FollowFailures.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    /** Upper limit of the pause, so that a database that returns is used soon. */
    private static final Duration MAX_PAUSE = Duration.ofSeconds(10);

    /** Failures in a row after which a follower that never succeeded gives up: about 15 seconds. */
    private static final int MAX_FAILURES = 5;

    private final Set<String> logged = new HashSet<>();
    private final Duration firstPause;
    private Duration pause;
    private boolean everWell;
    private int inRow;

    public FollowFailures() {
        this(FIRST_PAUSE);
    }

    public FollowFailures(Duration firstPause) {
        this.firstPause = firstPause;
        pause = firstPause;
    }

    /** Records a failure; returns the one-line message for the operator. */
    public String recordFailure(Throwable fault) {
        String reason = reason(fault);
        // An unavailable database comes back, and the operator knows about it.
        inRow = fault instanceof LibraryUnavailableException ? 0 : inRow + 1;
        if (logged.add(fault.getClass().getName() + " " + reason)) {
            if (fault instanceof LibraryUnavailableException) {
                LOG.error("the folder cannot be followed, trying again: {}", reason);
            } else {
                LOG.error("the folder cannot be followed, trying again", fault);
            }
        }
        return reason;
    }

    /** Whether the work never succeeded and no success is to be expected. */
    public boolean isHopeless() {
        return !everWell && inRow >= MAX_FAILURES;
    }

    /** Pause before the next attempt; it grows with each failure. */
    Duration pause() {
        Duration now = pause;
        Duration twice = now.multipliedBy(2);
        pause = twice.compareTo(MAX_PAUSE) < 0 ? twice : MAX_PAUSE;
        return now;
    }

    /** Records a success. */
    public void recordSuccess() {
        everWell = true;
        inRow = 0;
        pause = firstPause;
        if (!logged.isEmpty()) {
            logged.clear();
            LOG.info("the folder is followed again");
        }
    }

    private static String reason(Throwable fault) {
        if (fault instanceof LibraryUnavailableException) {
            return String.valueOf(fault.getMessage());
        }
        if (fault instanceof OutOfMemoryError) {
            return "there is too little memory, or too few threads are allowed (" + fault.getMessage() + ")";
        }
        return "a fault that is not the folder's (" + fault.getClass().getSimpleName() + ")";
    }
}
