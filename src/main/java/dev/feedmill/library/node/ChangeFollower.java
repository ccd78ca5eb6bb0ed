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
    private final Runnable applied;
    private List<Waiting> collecting = new ArrayList<>();
    private List<Waiting> asking = new ArrayList<>();
    private volatile long position;
    private volatile long currentAt = System.nanoTime();
    private volatile boolean closed;

    /** A request that came at a time of {@link System#nanoTime}. */
    private record Waiting(Consumer<Boolean> then, long since) {}

    /**
     * Creates a follower.
     *
     * @param maxWait after which a request does not wait any longer
     * @param applied applies what listeners of the log could not; run each time after them. If it throws, the server is
     *     not current
     */
    public ChangeFollower(Database database, ChangeLog log, Duration maxWait, Runnable applied) {
        this.applied = applied;
        this.database = database;
        this.log = log;
        this.maxWait = maxWait;
        this.position = log.seen();
        thread.setDaemon(true);
        timekeeper.setDaemon(true);
    }

    public void start() {
        thread.start();
        timekeeper.start();
    }

    /** Time since this server last knew all that was committed. */
    public Duration sinceCurrent() {
        return Duration.ofNanos(System.nanoTime() - currentAt);
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
                collecting.add(new Waiting(then, System.nanoTime()));
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
        while (collecting.isEmpty() && left > 0) {
            wait(left);
            left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        }
        asking = collecting;
        collecting = new ArrayList<>();
    }

    private synchronized List<Waiting> taken() {
        List<Waiting> asked = asking;
        asking = new ArrayList<>();
        return asked;
    }

    /** Learns of what was committed; returns whether it could. */
    @SuppressWarnings("CatchingThrowable") // as long as this thread lives, requests are answered
    private boolean ask(LastTransaction last) {
        try {
            long number = last.number();
            if (number < log.seen()) {
                LOG.warn("the library is an earlier one than before; all that was cached of it is dropped");
                log.restart();
            } else if (number != position) {
                log.catchUp();
            }
            applied.run();
            position = number;
            currentAt = System.nanoTime();
            return true;
        } catch (LibraryUnavailableException e) {
            LOG.debug("the changes cannot be followed now", e);
        } catch (Throwable e) {
            if (!closed) {
                LOG.error("the changes could not be followed, trying again", e);
            }
        }
        return false;
    }

    @SuppressWarnings("CatchingThrowable") // the other requests wait still
    private static void finish(List<Waiting> waiting, boolean current) {
        for (Waiting request : waiting) {
            try {
                request.then().accept(current);
            } catch (Throwable e) {
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

    /** Takes the requests that have waited too long; the first came first. */
    private synchronized List<Waiting> overdue() {
        List<Waiting> over = new ArrayList<>();
        for (List<Waiting> some : List.of(asking, collecting)) {
            int count = 0;
            while (count < some.size() && isOver(some.get(count))) {
                count++;
            }
            List<Waiting> first = some.subList(0, count);
            over.addAll(first);
            first.clear();
        }
        return over;
    }

    private boolean isOver(Waiting request) {
        return System.nanoTime() - request.since() > maxWait.toNanos();
    }

    @Override
    public void close() {
        List<Waiting> left;
        synchronized (this) {
            closed = true;
            left = new ArrayList<>(asking);
            left.addAll(collecting);
            asking = new ArrayList<>();
            collecting = new ArrayList<>();
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
