package dev.feedmill.folder;

import dev.feedmill.library.sql.LibraryUnavailableException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What keeps the follower from its work: each kind is logged once until all is well again. For one thread. */
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    /** A database that was away is asked again soon. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /** As many in a row as show that what was never well will not be: a quarter of a minute. */
    private static final int MOST = 5;

    private final Set<String> told = new HashSet<>();
    private final Duration firstPause;
    private Duration pause;
    private boolean everWell;
    private int inRow;

    public Failures() {
        this(FIRST_PAUSE);
    }

    public Failures(Duration firstPause) {
        this.firstPause = firstPause;
        pause = firstPause;
    }

    /** Returns what an operator should know of it, in one line. */
    public String tell(Throwable fault) {
        String reason = reason(fault);
        // A database that is away comes back, and its operator knows of it.
        inRow = fault instanceof LibraryUnavailableException ? 0 : inRow + 1;
        if (told.add(fault.getClass().getName() + " " + reason)) {
            if (fault instanceof LibraryUnavailableException) {
                LOG.error("the folder cannot be followed, trying again: {}", reason);
            } else {
                LOG.error("the folder cannot be followed, trying again", fault);
            }
        }
        return reason;
    }

    /** Whether the work never began, and there is no sign that it will. */
    public boolean isHopeless() {
        return !everWell && inRow >= MOST;
    }

    /** How long to wait before the next try, longer each time. */
    Duration pause() {
        Duration now = pause;
        Duration twice = now.multipliedBy(2);
        pause = twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
        return now;
    }

    /** All is well again. */
    public void end() {
        everWell = true;
        inRow = 0;
        pause = firstPause;
        if (!told.isEmpty()) {
            told.clear();
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
