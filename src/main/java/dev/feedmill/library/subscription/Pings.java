package dev.feedmill.library.subscription;

import dev.feedmill.library.change.Change;
import dev.feedmill.library.change.ChangeLog;
import dev.feedmill.library.sql.Database;
import dev.feedmill.library.sql.Hashes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Feeds of which hubs of others are to be told: a change makes feeds stale; each that has other bytes than the hubs were
 * told of last waits for each hub. Each step is one transaction, so that no kill loses any. Thread-safe.
 */
public final class Pings {
    private static final String CONSUMER = "pings";

    private final Database database;
    private final ChangeLog log;
    private final InstantSource clock;

    public Pings(Database database, ChangeLog log, InstantSource clock) {
        this.database = database;
        this.log = log;
        this.clock = clock;
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    /**
     * Turns changes into stale feeds; the first call of all only remembers the last change.
     *
     * @param paths of the feeds of terms, by the numbers of these
     * @return whether there were any changes
     */
    public boolean noteChanges(Function<Set<Long>, Set<String>> paths) {
        return log.consume(CONSUMER, changes -> {
            Set<Long> terms =
                    changes.stream().flatMap(change -> change.terms().stream()).collect(Collectors.toSet());
            boolean isUnknown = changes.stream().anyMatch(Change::unknown);
            Set<String> stale = paths.apply(terms);
            return handle -> makeStale(handle, stale, isUnknown);
        });
    }

    /** @param all whether all feeds that are known may have changed */
    private static void makeStale(Handle handle, Set<String> paths, boolean all) {
        if (all) {
            handle.execute("UPDATE ping_topic SET stale = 1");
        }
        PreparedBatch lines = handle.prepareBatch("INSERT INTO ping_topic (path_hash, path, digest, stale)"
                + " VALUES (?, ?, '', 1) ON CONFLICT (path_hash) DO UPDATE SET stale = 1");
        paths.forEach(path -> lines.add(Hashes.hex(path), path));
        if (lines.size() > 0) {
            lines.execute();
        }
    }

    /** Paths of some feeds that may have other bytes now. */
    public List<String> stale(int limit) {
        return database.read(
                handle -> handle.select("SELECT path FROM ping_topic WHERE stale = 1 ORDER BY path_hash LIMIT ?", limit)
                        .mapTo(String.class)
                        .list());
    }

    /**
     * Notes what a stale feed is now; if it has other bytes than the hubs were told of, each is to be told.
     *
     * @param digest of the document; empty if there is no such feed
     */
    public void examined(String path, String digest, List<String> hubs) {
        String hash = Hashes.hex(path);
        database.write(handle -> {
            if (digest.isEmpty()) {
                handle.execute("DELETE FROM ping WHERE path_hash = ?", hash);
                return handle.execute("DELETE FROM ping_topic WHERE path_hash = ?", hash);
            }
            int changed = handle.execute(
                    "UPDATE ping_topic SET digest = ? WHERE path_hash = ? AND digest <> ?", digest, hash, digest);
            if (changed > 0) {
                hubs.forEach(hub -> put(handle, hub, hash, digest));
            }
            return handle.execute("UPDATE ping_topic SET stale = 0 WHERE path_hash = ?", hash);
        });
    }

    private void put(Handle handle, String hub, String hash, String digest) {
        handle.execute(
                "INSERT INTO ping (hub, path_hash, digest, due_at, attempts) VALUES (?, ?, ?, ?, 0)"
                        + " ON CONFLICT (hub, path_hash) DO UPDATE SET digest = excluded.digest,"
                        + " due_at = excluded.due_at, attempts = 0",
                hub,
                hash,
                digest,
                now());
    }

    /** Hubs that are to be told now, those that wait longest first. */
    public List<DuePing> due(int limit) {
        return database.read(handle -> handle.select(
                        "SELECT p.hub, t.path, p.digest, p.attempts FROM ping p"
                                + " JOIN ping_topic t ON t.path_hash = p.path_hash WHERE p.due_at <= ?"
                                + " ORDER BY p.due_at, p.path_hash, p.hub LIMIT ?",
                        now(),
                        limit)
                .map((row, context) -> new DuePing(row.getString(1), row.getString(2), row.getString(3), row.getInt(4)))
                .list());
    }

    /** Ends a ping, unless the feed has changed again since. */
    public void end(DuePing ping) {
        database.write(handle -> handle.execute(
                "DELETE FROM ping WHERE hub = ? AND path_hash = ? AND digest = ?",
                ping.hub(),
                Hashes.hex(ping.path()),
                ping.digest()));
    }

    /** Has a hub told again after a time. */
    public void postpone(DuePing ping, Duration time) {
        database.write(handle -> handle.execute(
                "UPDATE ping SET attempts = attempts + 1, due_at = ? WHERE hub = ? AND path_hash = ? AND digest = ?",
                now() + time.toSeconds(),
                ping.hub(),
                Hashes.hex(ping.path()),
                ping.digest()));
    }
}
