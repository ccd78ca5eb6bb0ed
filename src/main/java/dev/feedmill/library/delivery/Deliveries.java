package dev.feedmill.library.delivery;

import dev.feedmill.library.change.Change;
import dev.feedmill.library.change.ChangeLog;
import dev.feedmill.library.change.ChangeTable;
import dev.feedmill.library.sql.Chunks;
import dev.feedmill.library.sql.Database;
import dev.feedmill.selection.Term;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * What is to be delivered to subscribers. A change makes topics stale; a stale topic that has other bytes gets chunks of
 * its subscribers; a chunk is there until all of them were tried. Each step is one transaction.
 *
 * <p>A chunk says who lacks something, not what: its subscribers get what is new since the version they have, whenever
 * their turn comes. So none gets an older version after a newer one, however often a delivery fails.
 */
public final class Deliveries {
    private static final String CONSUMER = "hub";
    /** Seconds until those are tried that were not tried since too many requests waited. */
    private static final int DEFERRED = 5;

    private final Database database;
    private final ChangeLog log;
    private final InstantSource clock;

    public Deliveries(Database database, ChangeLog log, InstantSource clock) {
        this.database = database;
        this.log = log;
        this.clock = clock;
    }

    /** Turns changes into stale topics; returns whether there were any changes. */
    public boolean noteChanges() {
        return log.consume(CONSUMER, changes -> handle -> changes.forEach(change -> makeStale(handle, change)));
    }

    private static void makeStale(Handle handle, Change change) {
        if (change.unknown()) {
            handle.execute(
                    "INSERT INTO stale_topic (topic, change) SELECT number, ? FROM topic WHERE true"
                            + " ON CONFLICT (topic) DO UPDATE SET change = excluded.change",
                    change.number());
            return;
        }
        for (List<Long> some : Chunks.of(change.terms())) {
            handle.createUpdate("INSERT INTO stale_topic (topic, change) SELECT DISTINCT topic, CAST(:change AS BIGINT)"
                            + " FROM topic_term WHERE term IN (<terms>)"
                            + " ON CONFLICT (topic) DO UPDATE SET change = excluded.change")
                    .bind("change", change.number())
                    .bindList("terms", some)
                    .execute();
        }
    }

    /** Some stale topics, those first that were not put off. */
    public List<StaleTopic> stale(int limit) {
        return database.read(handle -> handle.createQuery("SELECT t.number, t.path, x.change FROM stale_topic x"
                        + " JOIN topic t ON t.number = x.topic WHERE x.due_at <= :now"
                        + " ORDER BY x.due_at, x.change, x.topic LIMIT :limit")
                .bind("now", now())
                .bind("limit", limit)
                .map((row, context) -> new StaleTopic(row.getLong(1), row.getString(2), row.getLong(3)))
                .list());
    }

    /** Notes that a stale topic has nothing at its address now; any change may bring it back. */
    public void missed(StaleTopic topic) {
        database.write(handle -> {
            TopicVersionTable versions = new TopicVersionTable(handle);
            if (!versions.hasTopic(topic.number())) {
                return 0;
            }
            versions.forgetCurrent(topic.number());
            if (!versions.hasTerms(topic.number())) {
                versions.putTerms(topic.number(), Set.of(Term.EVERYTHING.number()));
            }
            return fresh(handle, topic);
        });
    }

    /** Puts off a topic that cannot be rendered now. */
    public void postpone(StaleTopic topic, Duration time) {
        database.write(handle -> handle.execute(
                "UPDATE stale_topic SET due_at = ? WHERE topic = ?", now() + time.toSeconds(), topic.number()));
    }

    /** Puts off a chunk. */
    public void postpone(Chunk chunk, Duration time) {
        database.write(handle -> {
            new ChunkTable(handle).postpone(chunk, now() + time.toSeconds());
            return chunk.number();
        });
    }

    /** Has chunks due at once that were put off. */
    public void hasten(Collection<Long> chunks) {
        database.write(handle -> {
            new ChunkTable(handle).hasten(chunks, now());
            return chunks.size();
        });
    }

    /**
     * Notes what a stale topic is now; if it has other bytes than before, its subscribers get chunks. The first
     * subscribers of a topic have what it was when they asked, unless something changed since.
     *
     * @param digest of the document, rendered after the topic was found stale
     * @param entries fingerprints of its entries
     * @param terms numbers of the terms whose changes may change it
     */
    public void examined(StaleTopic topic, String digest, Set<Long> entries, Set<Long> terms) {
        database.write(handle -> {
            TopicVersionTable versions = new TopicVersionTable(handle);
            if (!versions.hasTopic(topic.number())) {
                return 0;
            }
            TopicVersion current = versions.current(topic.number());
            if (!current.digest().equals(digest)) {
                long version = versions.put(topic.number(), digest, entries);
                ChunkTable chunks = new ChunkTable(handle);
                if (current.number() == 0 && new ChangeTable(handle).isLatest(topic.change())) {
                    chunks.begin(topic.number(), version);
                }
                chunks.addAll(topic.number(), version, now());
                versions.makeCurrent(topic.number(), version);
            }
            versions.putTerms(topic.number(), terms);
            return fresh(handle, topic);
        });
    }

    /** A later change keeps a topic stale. */
    private static int fresh(Handle handle, StaleTopic topic) {
        return handle.execute(
                "DELETE FROM stale_topic WHERE topic = ? AND change <= ?", topic.number(), topic.change());
    }

    /**
     * Chunks that are due.
     *
     * @param without numbers of chunks to leave out
     */
    public List<Chunk> due(Collection<Long> without, int limit) {
        return database.read(handle -> new ChunkTable(handle).due(now(), without, limit));
    }

    /** When the next chunk is due, seconds since the epoch; empty if there is none. */
    public OptionalLong nextDue(Collection<Long> without) {
        return database.read(handle -> new ChunkTable(handle).nextDue(without));
    }

    /** How many subscribers lack something. */
    public long waiting() {
        return database.read(handle -> new ChunkTable(handle).countSubscriptions());
    }

    /** The subscribers of a chunk who still have its base, and whose lease goes on. */
    public List<Recipient> recipients(Chunk chunk) {
        return database.read(handle -> new ChunkTable(handle).recipients(chunk, now()));
    }

    /** Ends a chunk; those who were not reached, and still subscribe, get another one. */
    public void end(Chunk chunk, ChunkResult result) {
        database.write(handle -> {
            ChunkTable chunks = new ChunkTable(handle);
            if (!new TopicVersionTable(handle).hasTopic(chunk.topic())) {
                // The last of its subscribers has left meanwhile.
                chunks.delete(chunk);
                return chunk.number();
            }
            TopicVersion version = result.version();
            if (!result.reached().isEmpty()) {
                long number = new TopicVersionTable(handle).put(chunk.topic(), version.digest(), version.entries());
                chunks.setVersion(chunk, result.reached(), number);
            }
            chunks.unsubscribe(result.gone());
            List<Long> failed = chunks.present(chunk, result.failed());
            List<Long> deferred = chunks.present(chunk, result.deferred());
            List<Long> waiting = new ArrayList<>(failed);
            waiting.addAll(deferred);
            chunks.setFailed(chunk, waiting);
            if (!failed.isEmpty()) {
                long again = result.again().getEpochSecond();
                chunks.add(chunk.topic(), chunk.base().number(), failed, chunk.attempt() + 1, again);
            }
            if (!deferred.isEmpty()) {
                chunks.add(
                        chunk.topic(), chunk.base().number(), deferred, Math.max(1, chunk.attempt()), now() + DEFERRED);
            }
            chunks.delete(chunk);
            if (!result.gone().isEmpty()) {
                new UnusedTopics(handle).removeUnused(List.of(chunk.topic()));
            }
            return chunk.number();
        });
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
