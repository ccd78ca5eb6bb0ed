package dev.feedmill.library.subscription;

import dev.feedmill.library.delivery.UnusedTopics;
import dev.feedmill.library.sql.Hashes;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The lines of topics and subscriptions. */
final class SubscriptionTable {
    private static final String ENDED = "SELECT number FROM subscription WHERE expires <= ? ORDER BY expires LIMIT ?";

    private final Handle handle;
    private final UnusedTopics topics;

    SubscriptionTable(Handle handle) {
        this.handle = handle;
        this.topics = new UnusedTopics(handle);
    }

    /** Why a subscription cannot begin now; null if it can, as one that is there already always does. */
    @Nullable
    Refusal refusal(Intent intent, SubscriptionLimits limits) {
        String path = Hashes.hex(intent.topic().path());
        boolean isThere = count(
                        "subscription s JOIN topic t ON t.number = s.topic WHERE s.callback_hash = ? AND t.path_hash = ?",
                        Hashes.hex(intent.callback().url()),
                        path)
                > 0;
        if (isThere) {
            return null;
        }
        boolean isNew = count("topic WHERE path_hash = ?", path) == 0;
        if (isNew && count("topic") >= limits.maxTopics()) {
            return Refusal.TOO_MANY_TOPICS;
        }
        if (count("subscription") >= limits.maxSubscriptions()) {
            return Refusal.TOO_MANY;
        }
        if (count("subscription WHERE topic = (SELECT number FROM topic WHERE path_hash = ?)", path)
                >= limits.maxPerTopic()) {
            return Refusal.TOO_MANY_OF_TOPIC;
        }
        long ofHost = count("subscription WHERE host = ?", intent.callback().host());
        return ofHost >= limits.maxPerHost() ? Refusal.TOO_MANY_OF_HOST : null;
    }

    private long count(String from, Object... values) {
        return handle.select("SELECT count(*) FROM " + from, values)
                .mapTo(Long.class)
                .one();
    }

    /**
     * Begins a subscription, or renews it with another lease and secret. A new topic is stale until it was looked at.
     *
     * @param change number of the last change
     */
    void put(Intent intent, long expires, long change) {
        String path = Hashes.hex(intent.topic().path());
        int isNew = handle.execute(
                "INSERT INTO topic (path_hash, path, version) VALUES (?, ?, 0) ON CONFLICT (path_hash) DO NOTHING",
                path,
                intent.topic().path());
        if (isNew > 0) {
            handle.execute(
                    "INSERT INTO stale_topic (topic, change) SELECT number, CAST(? AS BIGINT) FROM topic"
                            + " WHERE path_hash = ?",
                    change,
                    path);
        }
        handle.execute(
                "INSERT INTO subscription (topic, asked, callback_hash, callback, host, secret, expires, version)"
                        + " SELECT t.number, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT),"
                        + " CAST(? AS BIGINT), t.version FROM topic t WHERE t.path_hash = ?"
                        + " ON CONFLICT (topic, callback_hash) DO UPDATE SET asked = excluded.asked,"
                        + " secret = excluded.secret, expires = excluded.expires",
                intent.topic().asked(),
                Hashes.hex(intent.callback().url()),
                intent.callback().url(),
                intent.callback().host(),
                intent.secret(),
                expires,
                path);
    }

    void remove(Intent intent) {
        String path = Hashes.hex(intent.topic().path());
        handle.execute(
                "DELETE FROM subscription WHERE callback_hash = ?"
                        + " AND topic = (SELECT number FROM topic WHERE path_hash = ?)",
                Hashes.hex(intent.callback().url()),
                path);
        topics.removeUnused(handle.select("SELECT number FROM topic WHERE path_hash = ?", path)
                .mapTo(Long.class)
                .list());
    }

    /** The path of a topic that a callback subscribed to by this URL; null if it did not. */
    @Nullable
    String path(String asked, String callback) {
        return handle.select(
                        "SELECT t.path FROM subscription s JOIN topic t ON t.number = s.topic"
                                + " WHERE s.callback_hash = ? AND s.asked = ? ORDER BY s.number LIMIT 1",
                        Hashes.hex(callback),
                        asked)
                .mapTo(String.class)
                .findOne()
                .orElse(null);
    }

    boolean hasEnded(long now) {
        return handle.select(ENDED, now, 1).mapTo(Long.class).findOne().isPresent();
    }

    /** Removes subscriptions that have ended, at most so many, and topics without any. */
    void clean(long now, int limit) {
        List<Long> concerned = handle.select(
                        "SELECT DISTINCT topic FROM subscription WHERE number IN (" + ENDED + ")", now, limit)
                .mapTo(Long.class)
                .list();
        handle.execute("DELETE FROM subscription WHERE number IN (" + ENDED + ")", now, limit);
        topics.removeUnused(concerned);
    }

    SubscriptionCounts counts(long intents) {
        return new SubscriptionCounts(count("topic"), count("subscription"), intents);
    }
}
