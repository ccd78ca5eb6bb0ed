package dev.feedmill.library.node;

import dev.feedmill.library.change.ChangeLog;
import dev.feedmill.library.sql.Database;
import dev.feedmill.library.sql.LastTransaction;
import dev.feedmill.library.sql.LibraryUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the change log while other servers write it: asks the library four times a second, and for requests. A request
 * goes on once the library was asked after the request had come, so that it sees each change that any server can have
 * shown before; all that come while the library is being asked share the next question. Thread-safe.
 */
public final class ChangeFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeFollower.class);
    private static final long PAUSE_MILLIS = 250;
    private static final long LOOK_MILLIS = 50;

    private final Database database;
    private final ChangeLog log;
    private final Duration maxWait;
    private final Thread thread = new Thread(this::follow, "change-follower");
    private final Thread timekeeper = new Thread(this::endWaits, "change-waits");
    private Batch collecting = new Batch();
    private Batch asking = new Batch();
    private volatile long position;
    private volatile boolean closed;

    /** Requests that share a question. */
    private static final class Batch {
        private final List<Consumer<Boolean>> waiting = new ArrayList<>();
        private final long began = System.nanoTime();

        boolean isOlderThan(Duration time) {
            return !waiting.isEmpty() && System.nanoTime() - began > time.toNanos();
        }
    }

    /**
     * Creates a follower.
     *
     * @param maxWait after which a request does not wait any longer
     */
    public ChangeFollower(Database database, ChangeLog log, Duration maxWait) {
        this.database = database;
        this.log = log;
        this.maxWait = maxWait;
        this.position = log.last();
        thread.setDaemon(true);
        timekeeper.setDaemon(true);
    }

    public void start() {
        thread.start();
        timekeeper.start();
    }

    /** The number of the last transaction that this server knows. */
    public long position() {
        return position;
    }

    /**
     * Calls back once this server knows all that was committed before this call, with true; with false if it cannot learn
     * that in time. The callback must not block.
     */
    public void whenCurrent(Consumer<Boolean> then) {
        synchronized (this) {
            if (!closed) {
                collecting.waiting.add(then);
                notifyAll();
                return;
            }
        }
        then.accept(false);
    }

    private void follow() {
        try (LastTransaction last = database.lastTransaction(maxWait)) {
            while (!closed) {
                next();
                boolean current = ask(last);
                finish(taken(), current);
                if (!current) {
                    TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("the follower of changes stops");
        }
    }

    private synchronized void next() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS);
        long left = PAUSE_MILLIS;
        while (collecting.waiting.isEmpty() && left > 0) {
            wait(left);
            left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        }
        asking = collecting;
        collecting = new Batch();
    }

    private synchronized List<Consumer<Boolean>> taken() {
        Batch asked = asking;
        asking = new Batch();
        return asked.waiting;
    }

    /** Learns of what was committed; returns whether it could. */
    private boolean ask(LastTransaction last) {
        try {
            long number = last.number();
            if (number != position) {
                log.catchUp();
                position = number;
            }
            return true;
        } catch (LibraryUnavailableException e) {
            LOG.debug("the changes cannot be followed now", e);
        } catch (RuntimeException e) {
            if (!closed) {
                LOG.error("the changes could not be followed, trying again", e);
            }
        }
        return false;
    }

    private static void finish(List<Consumer<Boolean>> waiting, boolean current) {
        for (Consumer<Boolean> request : waiting) {
            try {
                request.accept(current);
            } catch (RuntimeException e) {
                LOG.error("a request that waited failed", e);
            }
        }
    }

    private void endWaits() {
        try {
            while (!closed) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
                finish(overdue(), false);
            }
        } catch (InterruptedException e) {
            LOG.debug("nobody waits any more");
        }
    }

    /** Takes the requests that have waited too long. */
    private synchronized List<Consumer<Boolean>> overdue() {
        List<Consumer<Boolean>> over = new ArrayList<>();
        if (asking.isOlderThan(maxWait)) {
            over.addAll(asking.waiting);
            asking = new Batch();
        }
        if (collecting.isOlderThan(maxWait)) {
            over.addAll(collecting.waiting);
            collecting = new Batch();
        }
        return over;
    }

    @Override
    public void close() {
        List<Consumer<Boolean>> left;
        synchronized (this) {
            closed = true;
            left = new ArrayList<>(asking.waiting);
            left.addAll(collecting.waiting);
            asking = new Batch();
            collecting = new Batch();
        }
        thread.interrupt();
        timekeeper.interrupt();
        finish(left, false);
        try {
            thread.join(TimeUnit.SECONDS.toMillis(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
