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
 * The right of one process to write into the library, kept in the library itself. Whoever died loses it at once where that
 * can be seen, and else after {@code time} without a renewal.
 *
 * <p>All of it happens within transactions that keep others from writing: between a check and the end of its transaction
 * nobody can take the lease over.
 */
public final class Lease {
    private static final String NAME = "server";

    private final Dialect dialect;
    private final LeaseHolder holder;
    private final Duration time;
    private final String id = UUID.randomUUID().toString();
    private final CompletableFuture<String> lost = new CompletableFuture<>();

    Lease(Dialect dialect, LeaseHolder holder, Duration time) {
        this.dialect = dialect;
        this.holder = holder;
        this.time = time;
    }

    /**
     * A lease as it stands in the library.
     *
     * @param age since the last renewal, by the database's clock
     */
    record Held(String id, LeaseHolder by, Instant started, Duration age, long renewals) {
        boolean isSame(Held other) {
            return id.equals(other.id) && renewals == other.renewals;
        }

        /** For an operator, who has to find it. */
        String told() {
            return "process " + by.pid() + " on " + by.host() + ", which serves " + by.address() + " and runs since "
                    + started.truncatedTo(ChronoUnit.SECONDS);
        }
    }

    Duration time() {
        return time;
    }

    /** Completed with the reason as soon as it is known that another process has it. */
    public CompletableFuture<String> lost() {
        return lost;
    }

    /**
     * Takes it where it is free.
     *
     * @param silent a lease that was seen to stay without renewal for its time; null for none
     * @return who holds it; null where it is ours now
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

    /** Does nothing but make sure of it. */
    void check(Handle handle) {
        Held held = find(handle).orElse(null);
        if (held == null || !held.id().equals(id)) {
            throw gone(held);
        }
    }

    /** Tells the others that this process lives. */
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

    /** Leaves it to others. */
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
                : "the library at " + dialect.address() + " was taken over by " + held.told();
        lost.complete(message);
        return new LeaseLostException(message);
    }
}
