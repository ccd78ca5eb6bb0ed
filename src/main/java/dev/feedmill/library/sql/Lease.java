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
    private volatile long renewed = System.nanoTime();
    private volatile Claim claim = Claim.of(false);

    Lease(SqlDialect dialect, LeaseHolder holder, Duration time) {
        this.dialect = dialect;
        this.holder = holder;
        this.time = time;
    }

    /**
     * One time of holding the lease. Its id is new each time, so that nothing planned in an earlier time is written in a
     * later one.
     */
    private record Claim(String id, boolean taken, CompletableFuture<String> lost) {
        private static Claim of(boolean taken) {
            return new Claim(UUID.randomUUID().toString(), taken, new CompletableFuture<>());
        }
    }

    /**
     * A lease as other servers see it.
     *
     * @param compared whether its holder has compared the folder with the library since it took the lease
     * @param isFree whether it may be taken from its holder
     */
    public record State(boolean compared, boolean isFree) {}

    /**
     * A lease as stored in the library.
     *
     * @param age time since the last renewal, by the database clock
     * @param compared whether its holder has compared the folder with the library since it took the lease
     */
    record Held(String id, LeaseHolder by, Instant started, Duration age, long renewals, boolean compared) {
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

    /** Completes with the reason as soon as another process is known to hold the lease that this one took last. */
    public CompletableFuture<String> lost() {
        return claim.lost();
    }

    /** Whether this process has taken the lease and knows of nobody who took it since. */
    boolean isHeld() {
        Claim last = claim;
        return last.taken() && !last.lost().isDone();
    }

    /** Records a renewal that began at a time of {@link System#nanoTime}. */
    void recordRenewal(long began) {
        renewed = began;
    }

    /** Whether nobody else can have the lease yet. */
    boolean isFresh() {
        return isHeld() && System.nanoTime() - renewed < time.toNanos();
    }

    /** The id of the lease while this process holds it. */
    public String id() {
        return claim.id();
    }

    /**
     * Takes the lease if it is free.
     *
     * @param silent a lease that was not renewed for its full time; null for none
     * @return the current holder; null if this process holds it now
     */
    @Nullable
    Held claim(Handle handle, @Nullable Held silent) {
        long began = System.nanoTime();
        Held held = find(handle).orElse(null);
        if (held != null && !isFree(held) && (silent == null || !silent.isSame(held))) {
            return held;
        }
        Claim next = Claim.of(true);
        String now = dialect.millis();
        handle.execute("DELETE FROM lease WHERE name = ?", NAME);
        handle.execute(
                "INSERT INTO lease (name, holder, host, pid, pid_space, address, started, renewed, renewals)"
                        + " VALUES (?, ?, ?, ?, ?, ?, " + now + ", " + now + ", 0)",
                NAME,
                next.id(),
                holder.host(),
                holder.pid(),
                holder.pidSpace(),
                holder.address());
        renewed = began;
        claim = next;
        return null;
    }

    /** Whether a lease may be taken from its holder. */
    boolean isFree(Held held) {
        return held.age().compareTo(time) > 0 || holder.isDead(held.by());
    }

    /** Records that the holder has compared the folder with the library. */
    void recordCompared(Handle handle) {
        handle.execute("UPDATE lease SET compared = 1 WHERE name = ? AND holder = ?", NAME, id());
    }

    /** Checks that this process holds the lease. */
    void check(Handle handle) {
        Held held = find(handle).orElse(null);
        if (held == null || !held.id().equals(id())) {
            throw gone(held);
        }
    }

    /** Renews the lease. */
    void renew(Handle handle) {
        int renewed = handle.execute(
                "UPDATE lease SET renewed = " + dialect.millis() + ", renewals = renewals + 1"
                        + " WHERE name = ? AND holder = ?",
                NAME,
                id());
        if (renewed == 0) {
            throw gone(find(handle).orElse(null));
        }
    }

    /** Releases the lease. */
    void release(Handle handle) {
        handle.execute("DELETE FROM lease WHERE name = ? AND holder = ?", NAME, id());
        claim = Claim.of(false);
    }

    Optional<Held> find(Handle handle) {
        return handle.select(
                        "SELECT holder, host, pid, pid_space, address, started, renewals, compared, " + dialect.millis()
                                + " - renewed FROM lease WHERE name = ?",
                        NAME)
                .map((row, context) -> new Held(
                        row.getString(1),
                        new LeaseHolder(row.getString(2), row.getLong(3), row.getString(4), row.getString(5)),
                        Instant.ofEpochMilli(row.getLong(6)),
                        Duration.ofMillis(row.getLong(9)),
                        row.getLong(7),
                        row.getLong(8) == 1))
                .findOne();
    }

    private LeaseLostException gone(@Nullable Held held) {
        String message = held == null
                ? "the library at " + dialect.address() + " is this server's no more"
                : "the library at " + dialect.address() + " was taken over by " + held.description();
        claim.lost().complete(message);
        return new LeaseLostException(message);
    }
}
