package dev.feedmill.library.delivery;

import dev.feedmill.library.sql.Fingerprints;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows of topics' versions and terms. */
final class TopicVersionTable {
    private final Handle handle;

    TopicVersionTable(Handle handle) {
        this.handle = handle;
    }

    /** A version by its number. */
    TopicVersion get(long number) {
        return handle.select("SELECT digest, entries FROM topic_version WHERE number = ?", number)
                .map((row, context) ->
                        new TopicVersion(number, row.getString(1), Fingerprints.unpacked(row.getString(2))))
                .findOne()
                .orElse(TopicVersion.UNKNOWN);
    }

    /** The current version of a topic, as far as it is known. */
    TopicVersion current(long topic) {
        return get(handle.select("SELECT version FROM topic WHERE number = ?", topic)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
    }

    /** The number of a version of a topic; adds it if it is not there. */
    long put(long topic, String digest, Set<Long> entries) {
        return find(topic, digest).orElseGet(() -> {
            handle.execute(
                    "INSERT INTO topic_version (topic, digest, entries) VALUES (?, ?, ?)",
                    topic,
                    digest,
                    Fingerprints.packed(entries));
            return find(topic, digest).orElseThrow();
        });
    }

    private Optional<Long> find(long topic, String digest) {
        return handle.select("SELECT max(number) FROM topic_version WHERE topic = ? AND digest = ?", topic, digest)
                .mapTo(Long.class)
                .findOne();
    }

    /** Notes that a topic has no version now; the next one is new to all. */
    void forgetCurrent(long topic) {
        handle.execute("UPDATE topic SET version = 0 WHERE number = ?", topic);
    }

    /** Makes a version the current one, and deletes those that nobody has any more. */
    void makeCurrent(long topic, long version) {
        handle.execute("UPDATE topic SET version = ? WHERE number = ?", version, topic);
        handle.execute(
                "DELETE FROM topic_version WHERE topic = ? AND number <> ? AND NOT EXISTS"
                        + " (SELECT 1 FROM subscription s WHERE s.topic = ? AND s.version = topic_version.number)",
                topic,
                version,
                topic);
    }

    /** Stores the terms whose changes may change a topic. */
    void putTerms(long topic, Set<Long> terms) {
        handle.execute("DELETE FROM topic_term WHERE topic = ?", topic);
        PreparedBatch batch = handle.prepareBatch("INSERT INTO topic_term (term, topic) VALUES (?, ?)");
        terms.forEach(term -> batch.add(term, topic));
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    boolean hasTopic(long topic) {
        return handle.select("SELECT 1 FROM topic WHERE number = ?", topic)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    boolean hasTerms(long topic) {
        return handle.select("SELECT 1 FROM topic_term WHERE topic = ? LIMIT 1", topic)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }
}
