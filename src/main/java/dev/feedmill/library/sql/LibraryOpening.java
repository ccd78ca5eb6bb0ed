package dev.feedmill.library.sql;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** Migrates the tables and takes the lease in one transaction: if the lease is refused, nothing changes. */
final class LibraryOpening {
    private static final long LOOK_MILLIS = 100;

    private final Jdbi jdbi;
    private final SqlDialect dialect;

    LibraryOpening(Jdbi jdbi, SqlDialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    /**
     * Opens the library.
     *
     * @param lease null if none is wanted now
     */
    void run(@Nullable Lease lease) {
        if (lease == null) {
            jdbi.useTransaction(new Migrations(dialect)::run);
            return;
        }
        Lease.Held held = attempt(lease, null);
        if (held != null) {
            Lease.Held last = attempt(lease, silent(lease, held));
            if (last != null) {
                throw refused(last);
            }
        }
    }

    /**
     * Waits for the time of the lease, to see whether its holder renews it: no two clocks need agree. Returns the lease
     * if it was not renewed; a renewal ends the waiting.
     */
    private Lease.Held silent(Lease lease, Lease.Held first) {
        long end = System.nanoTime() + lease.time().toNanos();
        try {
            while (System.nanoTime() - end < 0) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
                Lease.Held now = jdbi.withHandle(handle -> lease.find(handle).orElse(null));
                if (now == null) {
                    return first;
                }
                if (!now.isSame(first)) {
                    throw refused(now);
                }
            }
            return first;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused(first);
        }
    }

    private Lease.@Nullable Held attempt(Lease lease, Lease.@Nullable Held silent) {
        try {
            return jdbi.inTransaction(handle -> {
                new Migrations(dialect).run(handle);
                Lease.Held held = lease.claim(handle, silent);
                if (held != null) {
                    throw new RefusedException(held);
                }
                return null;
            });
        } catch (RefusedException e) {
            return e.held;
        } catch (JdbiException e) {
            // A process that is suspended in a transaction keeps others from writing, but not from reading.
            Lease.Held held = isLocked(e) ? holder(lease) : null;
            throw held == null ? e : refused(held);
        }
    }

    private boolean isLocked(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && dialect.trouble(sql) == Trouble.LOCKED) {
                return true;
            }
        }
        return false;
    }

    private Lease.@Nullable Held holder(Lease lease) {
        try {
            return jdbi.withHandle(handle -> lease.find(handle).orElse(null));
        } catch (JdbiException e) {
            return null;
        }
    }

    private LibraryException refused(Lease.Held held) {
        return new LibraryException("the library at " + dialect.address() + " belongs to " + held.description()
                + "; stop it first, or name another place with --data");
    }

    /** Rolls back the transaction. */
    private static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Lease.Held held;

        RefusedException(Lease.Held held) {
            super(null, null, false, false);
            this.held = held;
        }
    }
}
