package dev.feedmill.library.node;

import dev.feedmill.library.sql.Database;
import dev.feedmill.library.sql.Lease;
import dev.feedmill.library.sql.LeaseKeeper;
import dev.feedmill.library.sql.LibraryUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one of the servers that share a library its leader: the one that holds the lease. On a thread of its own, it
 * takes the lease when it is free, has the leader's work begun and ended, and tells the others that this server is there.
 */
public final class Election implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Election.class);
    private static final long PAUSE_MILLIS = 250;
    private static final long BETWEEN_NOTES = TimeUnit.SECONDS.toNanos(2);

    /** Time until a server whose work could not begin tries to lead again, so that others can try. */
    private static final long BETWEEN_TRIALS = TimeUnit.SECONDS.toNanos(10);

    /** Servers that were not heard of for this long are listed no more. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(1);

    /** Servers that were heard of within this time are there. */
    private static final Duration ALIVE = Duration.ofSeconds(10);

    private final Database database;
    private final Lease lease;
    private final NodeSelf self;
    private final LongSupplier position;
    private final Work work;
    private final Thread thread = new Thread(this::run, "election");
    private volatile boolean closed;
    private @Nullable LeaseKeeper keeper;
    private volatile int count = 1;
    private boolean noted;
    private long notedAt;
    private long ableAt;
    private long mayLeadAt = System.nanoTime();

    /** What depends on who leads. All calls are from one thread. */
    public interface Work {
        /** Whether this server could do the leader's work. */
        boolean mayBegin();

        /** Begins the leader's work; if it throws, {@link #end} is called. */
        void begin();

        /** Ends the leader's work, and waits until nothing of it goes on. */
        void end();

        /** Tells of another leader, several times a second; null if there is none. */
        void others(Lease.@Nullable State leader);
    }

    /**
     * Creates an election.
     *
     * @param position the number of the last transaction that this server knows
     */
    public Election(Database database, NodeSelf self, LongSupplier position, Work work) {
        this.database = database;
        this.lease = Objects.requireNonNull(database.lease());
        this.self = self;
        this.position = position;
        this.work = work;
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** All servers that share the library. */
    public List<Node> nodes() {
        return database.read(handle -> new NodeTable(handle, database.millis()).all());
    }

    /** How many servers share the library and were heard of just now. */
    public int count() {
        return count;
    }

    /** Goes on after every fault: a server that keeps the lease and does nothing for it would stop all others. */
    @SuppressWarnings("CatchingThrowable") // memory or threads may be available again
    private void run() {
        try {
            while (!closed) {
                try {
                    turn();
                } catch (LibraryUnavailableException e) {
                    LOG.debug("the library is away", e);
                } catch (Throwable e) {
                    LOG.error("the leader could not be found out, trying again", e);
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            LOG.debug("the election stops");
        }
    }

    private void turn() {
        if (keeper == null) {
            follow();
        } else if (lease.lost().isDone()) {
            LOG.warn("this server leads no more: {}", lease.lost().join());
            resign();
        } else if (work.mayBegin()) {
            ableAt = System.nanoTime();
        } else if (System.nanoTime() - ableAt > BETWEEN_TRIALS) {
            LOG.warn("this server leads no more, since it does not see the articles folder");
            resign();
        }
        if (!noted || System.nanoTime() - notedAt > BETWEEN_NOTES) {
            note();
        }
    }

    private void follow() {
        Lease.State held = database.leaseState();
        if ((held == null || held.isFree())
                && System.nanoTime() - mayLeadAt >= 0
                && work.mayBegin()
                && database.claim()) {
            lead();
        } else {
            work.others(held);
        }
    }

    private void lead() {
        ableAt = System.nanoTime();
        LOG.info("this server leads now: it follows the folder, and tells others of changes");
        keeper = LeaseKeeper.start(database, lease);
        noted = false;
        try {
            work.begin();
        } catch (LibraryUnavailableException e) {
            LOG.debug("another server leads already, or the library is away", e);
            resign();
        } catch (RuntimeException | Error e) {
            LOG.error("this server cannot lead: {}", String.valueOf(e.getMessage()));
            LOG.debug("the work could not begin", e);
            mayLeadAt = System.nanoTime() + BETWEEN_TRIALS;
            resign();
        }
    }

    /** Ends the work first: the lease may be taken again only when nothing that was planned with it can be written. */
    private void resign() {
        try {
            work.end();
        } finally {
            LeaseKeeper former = keeper;
            keeper = null;
            noted = false;
            if (former != null) {
                former.close();
            }
        }
    }

    private void note() {
        String held = keeper == null ? "" : lease.id();
        database.note(handle -> {
            NodeTable table = new NodeTable(handle, database.millis());
            table.put(self, held, position.getAsLong());
            table.clean(FORGOTTEN);
            count = table.count(ALIVE);
            return held;
        });
        noted = true;
        notedAt = System.nanoTime();
    }

    /** Ends the work, releases the lease, and tells the others that this server is gone. */
    @Override
    public void close() {
        closed = true;
        try {
            // Its work may be in the middle of its beginning, which must not be cut into.
            thread.join(TimeUnit.SECONDS.toMillis(10));
            if (thread.isAlive()) {
                LOG.warn("what the leader does could not be ended in order; another server leads in a moment");
                return;
            }
            resign();
            database.note(handle -> {
                new NodeTable(handle, database.millis()).remove(self.id());
                return self;
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (LibraryUnavailableException e) {
            LOG.debug("the others cannot be told that this server stops", e);
        }
    }
}
