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
 * Circuit breaker of the database: calls fail at once while it does not respond. A single thread probes it while it is
 * away, and when a call takes suspiciously long. Thread-safe.
 */
final class Availability implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Availability.class);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long SLOW_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    /** Minimum interval between probes of a database that responds although calls take long. */
    private static final long TRUST_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Probe probe;
    private final Runnable gone;
    private final Map<Connection, Long> inUse = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this::watch, "database-watch");
    private volatile boolean suspected;
    private volatile boolean away;
    private volatile boolean closed;
    private long answered = System.nanoTime();

    /** Runs a trivial query over a connection of its own, with a timeout of one second. */
    interface Probe {
        void ping() throws SQLException;
    }

    /**
     * Creates a circuit breaker.
     *
     * @param gone called each time the database turns out to be away
     */
    Availability(Probe probe, Runnable gone) {
        this.probe = probe;
        this.gone = gone;
        thread.setDaemon(true);
    }

    /** Starts the probing thread; an embedded database needs none. */
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

    /** Registers a connection in use; it is aborted if the database turns out to be away. */
    void enter(Connection connection) {
        inUse.put(connection, System.nanoTime());
        if (away) {
            abort(connection);
        }
    }

    void leave(Connection connection) {
        inUse.remove(connection);
    }

    /** Reports an error that may mean that the database is away. */
    void suspect() {
        suspected = true;
        LockSupport.unpark(thread);
    }

    private void watch() {
        while (!closed) {
            if (suspected || away || isSlow()) {
                suspected = false;
                ping();
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

    private void ping() {
        try {
            probe.ping();
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
