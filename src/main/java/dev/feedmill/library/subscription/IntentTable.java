package dev.feedmill.library.subscription;

import dev.feedmill.library.sql.Hashes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The lines of intents. */
final class IntentTable {
    /** What the attempts of an intent are that failed for good. */
    private static final int FAILED = -1;

    private static final String COLUMNS =
            "number, mode, topic_path, asked, callback, host, secret, lease, attempts FROM intent";

    private final Handle handle;

    IntentTable(Handle handle) {
        this.handle = handle;
    }

    /** Why an intent of a client is not taken now; null if it is. One that replaces another adds none. */
    @Nullable
    Refusal refusal(Intent intent, String client, SubscriptionLimits limits) {
        Optional<Integer> present = handle.select(
                        // What a stranger asked for in vain does not keep the owner from asking for something else.
                        "SELECT CASE WHEN mode = ? THEN attempts ELSE 0 END FROM intent"
                                + " WHERE path_hash = ? AND callback_hash = ?",
                        intent.mode().name(),
                        Hashes.hex(intent.topic().path()),
                        Hashes.hex(intent.callback().url()))
                .mapTo(Integer.class)
                .findOne();
        if (present.isPresent()) {
            return present.get() == FAILED ? Refusal.FAILED_JUST_NOW : null;
        }
        if (count("", "") >= limits.maxIntents()) {
            return Refusal.TOO_MANY_INTENTS;
        }
        if (count(" WHERE host = ?", intent.callback().host()) >= limits.maxIntentsPerHost()) {
            return Refusal.TOO_MANY_INTENTS_OF_HOST;
        }
        boolean isKnown = !client.isEmpty();
        return isKnown && count(" WHERE client = ?", client) >= limits.maxIntentsPerClient()
                ? Refusal.TOO_MANY_INTENTS_OF_CLIENT
                : null;
    }

    /** How many there are; there are so few that no index is needed. */
    private long count(String where, String value) {
        String sql = "SELECT count(*) FROM intent" + where;
        return (where.isEmpty() ? handle.select(sql) : handle.select(sql, value))
                .mapTo(Long.class)
                .one();
    }

    /** How many wait for their callbacks; not those that failed. */
    long count() {
        return handle.select("SELECT count(*) FROM intent WHERE attempts >= 0")
                .mapTo(Long.class)
                .one();
    }

    /**
     * Puts an intent in the place of an earlier one of its topic and callback. It gets a number of its own, so that an
     * answer to the earlier one does not confirm it. The callback is not asked for it at once, if it has just been asked
     * for the earlier one: else it could be asked as often as somebody likes.
     *
     * @param now seconds since the epoch
     * @param pause seconds after which it is asked again
     */
    void put(Intent intent, String client, long now, long pause) {
        String path = Hashes.hex(intent.topic().path());
        String callback = Hashes.hex(intent.callback().url());
        long due = handle.select("SELECT due_at FROM intent WHERE path_hash = ? AND callback_hash = ?", path, callback)
                .mapTo(Long.class)
                .findOne()
                .map(earlier -> earlier > now ? earlier : now + pause)
                .orElse(now);
        handle.execute("DELETE FROM intent WHERE path_hash = ? AND callback_hash = ?", path, callback);
        handle.execute(
                "INSERT INTO intent (mode, path_hash, topic_path, asked, callback_hash, callback, host, client, secret,"
                        + " lease, asked_at, due_at, attempts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
                intent.mode().name(),
                path,
                intent.topic().path(),
                intent.topic().asked(),
                callback,
                intent.callback().url(),
                intent.callback().host(),
                client,
                intent.secret(),
                intent.lease().toSeconds(),
                now,
                due);
    }

    /** Intents whose callbacks are to be asked by now, those that wait longest first. */
    List<WaitingIntent> due(long now, int limit) {
        return handle.select(
                        "SELECT " + COLUMNS + " WHERE due_at <= ? AND attempts >= 0 ORDER BY due_at, number LIMIT ?",
                        now,
                        limit)
                .map((row, context) -> waiting(row))
                .list();
    }

    Optional<WaitingIntent> find(long number) {
        return handle.select("SELECT " + COLUMNS + " WHERE number = ?", number)
                .map((row, context) -> waiting(row))
                .findOne();
    }

    private static WaitingIntent waiting(ResultSet row) throws SQLException {
        return new WaitingIntent(
                row.getLong(1),
                new Intent(
                        Intent.Mode.valueOf(row.getString(2)),
                        new Intent.Topic(row.getString(3), row.getString(4)),
                        new Intent.Callback(row.getString(5), row.getString(6)),
                        row.getString(7),
                        Duration.ofSeconds(row.getLong(8))),
                row.getInt(9));
    }

    /** Has the callback of an intent asked again at a time. */
    void postpone(long number, long due) {
        handle.execute("UPDATE intent SET attempts = attempts + 1, due_at = ? WHERE number = ?", due, number);
    }

    /** Gives an intent up; its line stays until a time. */
    void fail(long number, long until) {
        handle.execute("UPDATE intent SET attempts = ?, due_at = ? WHERE number = ?", FAILED, until, number);
    }

    void remove(long number) {
        handle.execute("DELETE FROM intent WHERE number = ?", number);
    }

    /** Whether a line of an intent that failed is to be removed by now. */
    boolean hasOver(long now) {
        return handle.select("SELECT 1 FROM intent WHERE due_at <= ? AND attempts < 0 LIMIT 1", now)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** Removes the lines of intents that failed, and whose time is over. */
    void clean(long now) {
        handle.execute("DELETE FROM intent WHERE due_at <= ? AND attempts < 0", now);
    }
}
