package dev.feedmill.library.sql;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The exclusive right of one process to write to the library, stored in the library. If its holder dies, another
 * process may take it: at once if the death can be detected, else after {@code time} without a renewal.
 *
 * <p>All methods run in transactions that keep other processes from writing: between a check and the end of its
 * transaction, no process can take over the lease.
 */
public final class Lease {
    private static final String NAME = "server";

    private final SqlDialect dialect;
    private final LeaseHolder holder;
    private final Duration time;
    private final String id = UUID.randomUUID().toString();
    private final CompletableFuture<String> lost = new CompletableFuture<>();

    Lease(SqlDialect dialect, LeaseHolder holder, Duration time) {
        this.dialect = dialect;
        this.holder = holder;
        this.time = time;
    }

    /**
     * A lease as stored in the library.
     *
     * @param age time since the last renewal, by the database clock
     */
    record Held(String id, LeaseHolder by, Instant started, Duration age, long renewals) {
        boolean isSame(Held other) {
            return id.equals(other.id) && renewals == other.renewals;
        }

        /** Describes the holder for the operator, who has to find it. */
        String description() {
            return "process " + by.pid() + " on " + by.host() + ", which serves " + by.address() + " and runs since "
                    + started.truncatedTo(ChronoUnit.SECONDS);
        }
    }

    Duration time() {
        return time;
    }

    /** Completes with the reason as soon as another process is known to hold the lease. */
    public CompletableFuture<String> lost() {
        return lost;
    }

    /**
     * Takes the lease if it is free.
     *
     * @param silent a lease that was not renewed for its full time; null for none
     * @return the current holder; null if this process holds it now
     */
    @Nullable
    Held claim(Handle handle, @Nullable Held silent) {
        Held held = find(handle).orElse(null);
        boolean free = held == null
                || held.age().compareTo(time) > 0
                || holder.isDead(held.by())
                || (silent != null && silent.isSame(held));
        if (!free) {
            return held;
        }
        String now = dialect.millis();
        handle.execute("DELETE FROM lease WHERE name = ?", NAME);
        handle.execute(
                "INSERT INTO lease (name, holder, host, pid, pid_space, address, started, renewed, renewals)"
                        + " VALUES (?, ?, ?, ?, ?, ?, " + now + ", " + now + ", 0)",
                NAME,
                id,
                holder.host(),
                holder.pid(),
                holder.pidSpace(),
                holder.address());
        return null;
    }

    /** Checks that this process holds the lease. */
    void check(Handle handle) {
        Held held = find(handle).orElse(null);
        if (held == null || !held.id().equals(id)) {
            throw gone(held);
        }
    }

    /** Renews the lease. */
    void renew(Handle handle) {
        int renewed = handle.execute(
                "UPDATE lease SET renewed = " + dialect.millis() + ", renewals = renewals + 1"
                        + " WHERE name = ? AND holder = ?",
                NAME,
                id);
        if (renewed == 0) {
            throw gone(find(handle).orElse(null));
        }
    }

    /** Releases the lease. */
    void release(Handle handle) {
        handle.execute("DELETE FROM lease WHERE name = ? AND holder = ?", NAME, id);
    }

    Optional<Held> find(Handle handle) {
        return handle.select(
                        "SELECT holder, host, pid, pid_space, address, started, renewals, " + dialect.millis()
                                + " - renewed FROM lease WHERE name = ?",
                        NAME)
                .map((row, context) -> new Held(
                        row.getString(1),
                        new LeaseHolder(row.getString(2), row.getLong(3), row.getString(4), row.getString(5)),
                        Instant.ofEpochMilli(row.getLong(6)),
                        Duration.ofMillis(row.getLong(8)),
                        row.getLong(7)))
                .findOne();
    }

    private LeaseLostException gone(@Nullable Held held) {
        String message = held == null
                ? "the library at " + dialect.address() + " is this server's no more"
                : "the library at " + dialect.address() + " was taken over by " + held.description();
        lost.complete(message);
        return new LeaseLostException(message);
    }
}
