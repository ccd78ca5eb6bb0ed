package dev.feedmill.library.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the database answers, so that nobody waits for one that does not (a circuit breaker). One thread alone asks it
 * while it is away, and whenever somebody has waited for it suspiciously long. Thread-safe.
 */
final class Availability implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Availability.class);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long SLOW_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    /** What takes long although the database answers is not asked about all the time. */
    private static final long TRUST_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Probe probe;
    private final Runnable gone;
    private final Map<Connection, Long> inUse = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this::watch, "database-watch");
    private volatile boolean suspected;
    private volatile boolean away;
    private volatile boolean closed;
    private long answered = System.nanoTime();

    /** Asks the database something small, over a connection of its own and within a second. */
    interface Probe {
        void ask() throws SQLException;
    }

    /** @param gone told each time the database turns out to be away */
    Availability(Probe probe, Runnable gone) {
        this.probe = probe;
        this.gone = gone;
        thread.setDaemon(true);
    }

    /** Begins to watch; a database within this process needs no watching. */
    void start() {
        thread.start();
    }

    boolean isAway() {
        return away;
    }

    /** Fails at once while the database is away. */
    void require() {
        if (away) {
            throw new LibraryUnavailableException(Trouble.AWAY.message());
        }
    }

    /** This connection is being used; it is cut off when the database turns out to be away. */
    void enter(Connection connection) {
        inUse.put(connection, System.nanoTime());
        if (away) {
            abort(connection);
        }
    }

    void leave(Connection connection) {
        inUse.remove(connection);
    }

    /** Something went wrong that may mean that the database is away. */
    void suspect() {
        suspected = true;
        LockSupport.unpark(thread);
    }

    private void watch() {
        while (!closed) {
            if (suspected || away || isSlow()) {
                suspected = false;
                ask();
            }
            LockSupport.parkNanos(this, LOOK_NANOS);
        }
    }

    private boolean isSlow() {
        long now = System.nanoTime();
        boolean trusted = now - answered < TRUST_NANOS;
        return inUse.values().stream()
                .anyMatch(since -> now - since > SLOW_NANOS && (!trusted || answered - since < SLOW_NANOS));
    }

    private void ask() {
        try {
            probe.ask();
        } catch (SQLException e) {
            if (!away) {
                away = true;
                LOG.error("the database does not answer, trying again: {}", e.getMessage());
                inUse.keySet().forEach(Availability::abort);
                gone.run();
            }
            return;
        }
        answered = System.nanoTime();
        if (away) {
            away = false;
            LOG.info("the database answers again");
        }
    }

    private static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.debug("the connection was broken already", e);
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
