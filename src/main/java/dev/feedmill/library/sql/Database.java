package dev.feedmill.library.sql;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dev.feedmill.runtime.Deadline;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementException;
import org.jspecify.annotations.Nullable;

/**
 * A connection pool for readers, each transaction seeing one state, and a single connection for the writer.
 * Thread-safe.
 */
public final class Database implements AutoCloseable {
    /** A server that is suspended in a transaction must not block others for longer. */
    private static final Duration MAX_IDLE = Duration.ofMinutes(1);

    private final SqlDialect dialect;
    private final HikariDataSource writePool;
    private final HikariDataSource readPool;
    private final Jdbi writes;
    private final Jdbi reads;
    private final Availability availability;
    private final @Nullable Lease lease;
    private final boolean shared;
    private final @Nullable LibraryFile file;
    private final ThreadLocal<Deadline> deadline = ThreadLocal.withInitial(() -> Deadline.NEVER);

    private Database(
            SqlDialect dialect,
            HikariDataSource writePool,
            HikariDataSource readPool,
            @Nullable Lease lease,
            boolean shared) {
        this.dialect = dialect;
        this.writePool = writePool;
        this.readPool = readPool;
        this.writes = Jdbi.create(writePool);
        this.reads = Jdbi.create(readPool);
        this.availability = new Availability(dialect::probe, this::evict);
        this.lease = lease;
        this.shared = shared;
        this.file = LibraryFile.at(dialect.file());
        if (dialect.isElsewhere()) {
            availability.start();
        }
    }

    /** Opens it without a lease. */
    public static Database open(String where) {
        return open(LibraryPlace.dialect(where), null, false);
    }

    /** Opens it for one server, unless another holds the lease. */
    public static Database open(String where, LeaseHolder holder, Duration leaseTime) {
        SqlDialect dialect = LibraryPlace.dialect(where);
        return open(dialect, new Lease(dialect, holder, leaseTime), false);
    }

    /**
     * Opens it for one of several servers, which may {@link #claim} the lease later.
     *
     * @throws LibraryException if it is no database that several servers can share
     */
    public static Database openShared(String where, LeaseHolder holder, Duration leaseTime) {
        SqlDialect dialect = LibraryPlace.dialect(where);
        if (!dialect.isElsewhere()) {
            throw new LibraryException("several servers cannot share the library at " + dialect.address()
                    + ", which is an SQLite file; name a PostgreSQL database with library.data, or set nodes.enabled to"
                    + " false");
        }
        return open(dialect, new Lease(dialect, holder, leaseTime), true);
    }

    private static Database open(SqlDialect dialect, @Nullable Lease lease, boolean shared) {
        HikariDataSource writePool = LibraryPlace.pool(dialect, true);
        try {
            new LibraryOpening(Jdbi.create(writePool), dialect).run(shared ? null : lease);
            return new Database(dialect, writePool, LibraryPlace.pool(dialect, false), lease, shared);
        } catch (JdbiException e) {
            writePool.close();
            throw new LibraryException(
                    "cannot use the library at " + dialect.address() + ": " + LibraryPlace.reason(e), e);
        } catch (LibraryException e) {
            writePool.close();
            throw e;
        }
    }

    /** Does work whose reads, on this thread, end with the deadline. */
    public <T> T within(Deadline limit, Supplier<T> work) {
        Deadline before = deadline.get();
        deadline.set(limit);
        try {
            return work.get();
        } finally {
            deadline.set(before);
        }
    }

    /** The deadline of the current thread's work. */
    public Deadline deadline() {
        return deadline.get();
    }

    /**
     * Runs a read-only transaction.
     *
     * @throws LibraryUnavailableException if the database is unavailable
     * @throws dev.feedmill.runtime.DeadlineExceededException if it does not respond by the deadline
     */
    public <T, X extends Exception> T read(HandleCallback<T, X> work) throws X {
        availability.require();
        try {
            return reads.inTransaction(handle -> used(handle, h -> limited(h, work, deadline.get())));
        } catch (JdbiException e) {
            throw translated(e);
        }
    }

    /**
     * Runs a write transaction; there is only one at a time.
     *
     * @throws LibraryUnavailableException if the database is unavailable or cannot write
     * @throws LeaseLostException if another server holds the library by now; nothing is written
     */
    public <T, X extends Exception> T write(HandleCallback<T, X> work) throws X {
        requireAvailable();
        long began = System.nanoTime();
        try {
            T written = writes.inTransaction(handle -> used(handle, h -> {
                dialect.lock(h, maxIdle());
                if (lease == null) {
                    return work.withHandle(h);
                }
                lease.check(h);
                T result = work.withHandle(h);
                // Renewed at the end, since the work may have taken longer than the lease lasts.
                lease.renew(h);
                return result;
            }));
            if (lease != null) {
                lease.recordRenewal(began);
            }
            return written;
        } catch (JdbiException e) {
            throw translated(e);
        }
    }

    /**
     * Runs a write transaction of any of the servers that share the library, in turn with all others that write.
     *
     * @throws LibraryUnavailableException if the database is unavailable or cannot write
     */
    public <T, X extends Exception> T append(HandleCallback<T, X> work) throws X {
        if (mayWrite()) {
            return write(work);
        }
        // The writer's connection is idle here.
        return beside(writes, handle -> {
            dialect.lock(handle, maxIdle());
            return work.withHandle(handle);
        });
    }

    /**
     * Runs a small write transaction of any of the servers that share the library. It waits for no other, and its
     * statements must be right whatever others write at the same time.
     *
     * @throws LibraryUnavailableException if the database is unavailable or cannot write
     */
    public <T, X extends Exception> T note(HandleCallback<T, X> work) throws X {
        // The writer's only connection may be in a long transaction.
        return shared ? beside(reads, work) : write(work);
    }

    private <T, X extends Exception> T beside(Jdbi connections, HandleCallback<T, X> work) throws X {
        availability.require();
        try {
            return connections.inTransaction(handle -> used(handle, h -> {
                dialect.beginNote(h, maxIdle());
                return work.withHandle(h);
            }));
        } catch (JdbiException e) {
            throw translated(e);
        }
    }

    /** Takes the lease if it is free and nobody is writing; returns whether this server holds it now. */
    public boolean claim() {
        Lease wanted = Objects.requireNonNull(lease);
        return beside(reads, handle -> dialect.tryLock(handle) && wanted.claim(handle, null) == null);
    }

    /** Records that this server, which holds the lease, has compared the folder with the library. */
    public void recordCompared() {
        Lease held = Objects.requireNonNull(lease);
        write(handle -> {
            held.recordCompared(handle);
            return handle;
        });
    }

    /** The lease as others see it; null if nobody has it. */
    public Lease.@Nullable State leaseState() {
        Lease own = Objects.requireNonNull(lease);
        return read(handle -> own.find(handle).map(held -> new Lease.State(held.compared(), own.isFree(held))))
                .orElse(null);
    }

    /**
     * Whether this server is certainly the one that writes: one that was suspended may have lost the lease without
     * knowing it.
     */
    public boolean isLeader() {
        return !shared || (lease != null && lease.isFresh());
    }

    /** Whether this server is the one that writes, as far as it knows. */
    public boolean mayWrite() {
        return lease == null || lease.isHeld();
    }

    /** Whether several servers may share it. */
    public boolean isShared() {
        return shared;
    }

    /** A connection of its own that asks for the number of the last transaction. */
    public LastTransaction lastTransaction(Duration timeout) {
        return new LastTransaction(dialect, timeout);
    }

    /**
     * Fails if the database is unavailable.
     *
     * @throws LibraryUnavailableException if writes would be lost
     */
    public void requireAvailable() {
        availability.require();
        if (file != null) {
            file.require();
        }
    }

    /** One that shares the library must let another take the lease when that is over. */
    private Duration maxIdle() {
        return shared && lease != null ? lease.time() : MAX_IDLE;
    }

    /** Releases the lease. */
    void release() {
        if (lease != null) {
            availability.require();
            try {
                writes.useTransaction(handle -> {
                    dialect.beginNote(handle, maxIdle());
                    lease.release(handle);
                });
            } catch (JdbiException e) {
                throw translated(e);
            }
        }
    }

    private <T, X extends Exception> T limited(Handle handle, HandleCallback<T, X> work, Deadline limit) throws X {
        limit.check();
        dialect.beginRead(handle, limit);
        try {
            return work.withHandle(handle);
        } catch (StatementException e) {
            if (limit != Deadline.NEVER && e.getCause() instanceof SQLException cause && dialect.isStopped(cause)) {
                throw limit.over();
            }
            throw e;
        }
    }

    private <T, X extends Exception> T used(Handle handle, HandleCallback<T, X> work) throws X {
        Connection connection = handle.getConnection();
        availability.enter(connection);
        try {
            return work.withHandle(handle);
        } finally {
            availability.leave(connection);
        }
    }

    /** Translates a database error: temporary trouble becomes an exception of its own, all else is a bug. */
    private RuntimeException translated(JdbiException fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                Trouble trouble = dialect.trouble(sql);
                if (trouble == Trouble.BUSY && file != null && file.isGone()) {
                    return new LibraryUnavailableException(Trouble.FILE_GONE.message(), fault);
                }
                if (trouble == Trouble.AWAY || trouble == Trouble.BUSY) {
                    availability.suspect();
                }
                if (trouble != null) {
                    return new LibraryUnavailableException(trouble.message(), fault);
                }
            }
        }
        return fault;
    }

    /** Connections to a database that went away are useless when it comes back. */
    private void evict() {
        evict(readPool);
        evict(writePool);
    }

    private static void evict(HikariDataSource pool) {
        HikariPoolMXBean bean = pool.getHikariPoolMXBean();
        if (bean != null) {
            bean.softEvictConnections();
        }
    }

    @Nullable
    public Lease lease() {
        return lease;
    }

    /** SQL expression of the database clock, in milliseconds since the epoch. */
    public String millis() {
        return dialect.millis();
    }

    boolean isAway() {
        return availability.isAway();
    }

    /** The dialect of this database. */
    public SqlDialect dialect() {
        return dialect;
    }

    @Override
    public void close() {
        availability.close();
        readPool.close();
        writePool.close();
    }
}
