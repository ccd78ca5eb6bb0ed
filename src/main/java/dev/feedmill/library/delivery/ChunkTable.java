package dev.feedmill.library.delivery;

import dev.feedmill.library.sql.Chunks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** The rows of deliveries. */
final class ChunkTable {
    /** Subscribers of a chunk. */
    private static final int SIZE = 500;

    private static final String CHUNKS = "SELECT d.number, d.topic, t.path, d.base, d.subscriptions, d.attempt"
            + " FROM delivery d JOIN topic t ON t.number = d.topic";

    private static final String NOT_FAILED =
            " AND NOT EXISTS (SELECT 1 FROM undelivered u WHERE u.subscription = subscription.number)";

    private final Handle handle;

    ChunkTable(Handle handle) {
        this.handle = handle;
    }

    private record Line(long subscription, long version) {}

    /**
     * Adds chunks of all subscribers of a topic who do not have its version; those whose last delivery failed are in a
     * chunk already.
     *
     * @param now seconds since the epoch
     */
    void addAll(long topic, long version, long now) {
        List<Long> some = new ArrayList<>();
        long base = 0;
        try (ResultIterator<Line> lines = handle.createQuery(
                        "SELECT s.number, s.version FROM subscription s WHERE s.topic = :topic"
                                + " AND s.version <> :version AND s.expires > :now AND NOT EXISTS"
                                + " (SELECT 1 FROM undelivered u WHERE u.subscription = s.number)"
                                + " ORDER BY s.version, s.host, s.number")
                .bind("topic", topic)
                .bind("version", version)
                .bind("now", now)
                .setFetchSize(SIZE)
                .map((row, context) -> new Line(row.getLong(1), row.getLong(2)))
                .iterator()) {
            while (lines.hasNext()) {
                Line line = lines.next();
                if (!some.isEmpty() && (some.size() == SIZE || line.version() != base)) {
                    add(topic, base, some, 0, now);
                    some.clear();
                }
                base = line.version();
                some.add(line.subscription());
            }
        }
        if (!some.isEmpty()) {
            add(topic, base, some, 0, now);
        }
    }

    /** Adds a chunk. */
    void add(long topic, long base, Collection<Long> subscriptions, int attempt, long due) {
        handle.execute(
                "INSERT INTO delivery (topic, base, subscriptions, attempt, due_at) VALUES (?, ?, ?, ?, ?)",
                topic,
                base,
                subscriptions.stream().map(String::valueOf).collect(Collectors.joining(",")),
                attempt,
                due);
    }

    /**
     * The chunks that are due, the earliest first.
     *
     * @param without numbers of chunks to leave out
     */
    List<Chunk> due(long now, Collection<Long> without, int limit) {
        TopicVersionTable versions = new TopicVersionTable(handle);
        List<Chunk> chunks = except(
                        handle.createQuery(CHUNKS + " WHERE d.due_at <= :now" + exception("d.number", without)
                                + " ORDER BY d.due_at, d.number LIMIT :limit"),
                        without)
                .bind("now", now)
                .bind("limit", limit)
                .map((row, context) -> chunk(row))
                .list();
        return chunks.stream()
                .map(chunk -> chunk.since(versions.get(chunk.base().number())))
                .toList();
    }

    /** All chunks of a topic, without their bases. */
    List<Chunk> ofTopic(long topic) {
        return handle.createQuery(CHUNKS + " WHERE d.topic = :topic")
                .bind("topic", topic)
                .map((row, context) -> chunk(row))
                .list();
    }

    private static Chunk chunk(ResultSet row) throws SQLException {
        return new Chunk(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                new TopicVersion(row.getLong(4), "", Set.of()),
                Arrays.stream(row.getString(5).split(",")).map(Long::valueOf).toList(),
                row.getInt(6));
    }

    private static String exception(String column, Collection<Long> without) {
        return without.isEmpty() ? "" : " AND " + column + " NOT IN (<without>)";
    }

    private static Query except(Query query, Collection<Long> without) {
        return without.isEmpty() ? query : query.bindList("without", List.copyOf(without));
    }

    /** When the next chunk is due, seconds since the epoch. */
    OptionalLong nextDue(Collection<Long> without) {
        Optional<Long> next = except(
                        handle.createQuery(
                                "SELECT min(due_at) FROM delivery WHERE true" + exception("number", without)),
                        without)
                .mapTo(Long.class)
                .findOne();
        return next.isPresent() ? OptionalLong.of(next.get()) : OptionalLong.empty();
    }

    /** How many subscriptions are in chunks, told by the commas between their numbers. */
    long countSubscriptions() {
        return handle.select(
                        "SELECT coalesce(sum(length(subscriptions) - length(replace(subscriptions, ',', '')) + 1), 0)"
                                + " FROM delivery")
                .mapTo(Long.class)
                .one();
    }

    void postpone(Chunk chunk, long due) {
        handle.execute("UPDATE delivery SET due_at = ? WHERE number = ?", due, chunk.number());
    }

    /** Has chunks due now that are due later. */
    void hasten(Collection<Long> numbers, long now) {
        for (List<Long> some : Chunks.of(numbers)) {
            handle.createUpdate("UPDATE delivery SET due_at = :now WHERE number IN (<numbers>) AND due_at > :now")
                    .bind("now", now)
                    .bindList("numbers", some)
                    .execute();
        }
    }

    void delete(Chunk chunk) {
        handle.execute("DELETE FROM delivery WHERE number = ?", chunk.number());
    }

    /**
     * The subscribers of a chunk who still have its base; in a first attempt, without those who failed meanwhile and are in
     * a later chunk.
     */
    List<Recipient> recipients(Chunk chunk, long now) {
        List<Recipient> recipients = new ArrayList<>();
        for (List<Long> some : Chunks.of(chunk.subscriptions())) {
            recipients.addAll(handle.createQuery("SELECT number, host, asked, callback, secret FROM subscription"
                            + " WHERE number IN (<numbers>) AND topic = :topic AND version = :base AND expires > :now"
                            + (chunk.attempt() > 0 ? "" : NOT_FAILED)
                            + " ORDER BY host, number")
                    .bindList("numbers", some)
                    .bind("topic", chunk.topic())
                    .bind("base", chunk.base().number())
                    .bind("now", now)
                    .map((row, context) -> new Recipient(
                            row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)))
                    .list());
        }
        return recipients;
    }

    /** Gives a version to subscribers of a chunk, unless they have another than its base by now. */
    void setVersion(Chunk chunk, Collection<Long> subscriptions, long version) {
        for (List<Long> some : Chunks.of(subscriptions)) {
            handle.createUpdate("UPDATE subscription SET version = :version WHERE number IN (<numbers>)"
                            + " AND topic = :topic AND version = :base")
                    .bind("version", version)
                    .bind("topic", chunk.topic())
                    .bind("base", chunk.base().number())
                    .bindList("numbers", some)
                    .execute();
        }
    }

    /** Gives a version to the subscribers of a topic of whom no version is known. */
    void begin(long topic, long version) {
        handle.execute("UPDATE subscription SET version = ? WHERE topic = ? AND version = 0", version, topic);
    }

    /** Those of some subscribers of a chunk who still subscribe. */
    List<Long> present(Chunk chunk, Collection<Long> subscriptions) {
        List<Long> present = new ArrayList<>();
        for (List<Long> some : Chunks.of(subscriptions)) {
            present.addAll(handle.createQuery(
                            "SELECT number FROM subscription WHERE number IN (<numbers>) AND topic = :topic ORDER BY host, number")
                    .bindList("numbers", some)
                    .bind("topic", chunk.topic())
                    .mapTo(Long.class)
                    .list());
        }
        return present;
    }

    void unsubscribe(Collection<Long> subscriptions) {
        for (List<Long> some : Chunks.of(subscriptions)) {
            handle.createUpdate("DELETE FROM subscription WHERE number IN (<numbers>)")
                    .bindList("numbers", some)
                    .execute();
        }
    }

    /** Records whose last delivery failed, of the subscriptions of a chunk. */
    void setFailed(Chunk chunk, Collection<Long> failed) {
        for (List<Long> some : Chunks.of(chunk.subscriptions())) {
            handle.createUpdate("DELETE FROM undelivered WHERE subscription IN (<numbers>)")
                    .bindList("numbers", some)
                    .execute();
        }
        PreparedBatch batch = handle.prepareBatch("INSERT INTO undelivered (subscription) VALUES (?)");
        failed.forEach(batch::add);
        if (batch.size() > 0) {
            batch.execute();
        }
    }
}
