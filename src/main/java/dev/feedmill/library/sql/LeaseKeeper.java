package dev.feedmill.library.sql;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renews a lease at intervals on a thread of its own, and releases it at the end. */
public final class LeaseKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);
    /** Renewals within the time of a lease: two may fail without harm. */
    private static final int RENEWALS = 3;

    private final Database database;
    private final Lease lease;
    private final Thread thread = new Thread(this::keep, "lease-keeper");
    private final AtomicBoolean stopped = new AtomicBoolean();

    private LeaseKeeper(Database database, Lease lease) {
        this.database = database;
        this.lease = lease;
        thread.setDaemon(true);
    }

    public static LeaseKeeper start(Database database, Lease lease) {
        LeaseKeeper keeper = new LeaseKeeper(database, lease);
        keeper.thread.start();
        return keeper;
    }

    private void keep() {
        try {
            while (!stopped.get() && !lease.lost().isDone()) {
                TimeUnit.NANOSECONDS.sleep(lease.time().toNanos() / RENEWALS);
                renew();
            }
        } catch (InterruptedException e) {
            LOG.debug("interrupted");
        }
    }

    /** An error either passes, or ends the lease, which the next writer finds out too. */
    private void renew() {
        try {
            database.write(handle -> handle);
        } catch (LeaseLostException e) {
            LOG.debug("the lease is lost", e);
        } catch (RuntimeException e) {
            LOG.debug("the lease could not be renewed, trying again", e);
        }
    }

    /** Releases the lease, so that no other server must wait for it to expire. */
    @Override
    public void close() {
        stopped.set(true);
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(2));
            database.release();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (LibraryUnavailableException e) {
            LOG.debug("there is nothing to give back", e);
        }
    }
}
