package dev.feedmill.library;

import dev.feedmill.library.sql.Database;
import dev.feedmill.library.sql.Fingerprints;
import dev.feedmill.library.sql.Hashes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Stores which entries a feed held under which ETag, across restarts, so that a client that sends an old ETag gets a
 * delta. Thread-safe. A lost or expired ETag costs no more than a response with the whole feed.
 */
public final class ETagHistory implements AutoCloseable {
    private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);

    private final Database database;
    private final InstantSource clock;
    private final Duration kept;
    private final Backlog<Tag> waiting = new Backlog<>("issued-tags", this::write);
    private final Map<String, Tag> unwritten = new ConcurrentHashMap<>();
    private long cleanAgain;

    private record Tag(String feed, String tag, Set<Long> entries) {}

    /**
     * Creates the history.
     *
     * @param kept how long an ETag is stored after another replaced it
     */
    ETagHistory(Database database, InstantSource clock, Duration kept) {
        this.database = database;
        this.clock = clock;
        this.kept = kept;
    }

    /**
     * Records the current entries of a feed; returns at once.
     *
     * @param feed path of the feed
     * @param tag ETag, opaque; differs for different content
     * @param entries a fingerprint of each entry
     */
    public void issue(String feed, String tag, Set<Long> entries) {
        Tag issued = new Tag(feed, tag, entries);
        unwritten.put(tag, issued);
        if (!waiting.offer(issued)) {
            unwritten.remove(tag, issued);
        }
    }

    /** Fingerprints of the entries that this feed held under this ETag; null if unknown. */
    public @Nullable Set<Long> entries(String feed, String tag) {
        Tag fresh = unwritten.get(tag);
        if (fresh != null) {
            return fresh.feed().equals(feed) ? fresh.entries() : null;
        }
        return database.read(handle -> handle.select(
                                "SELECT entries FROM issued WHERE tag = ? AND feed = ?", tag, Hashes.hex(feed))
                        .mapTo(String.class)
                        .findOne())
                .map(Fingerprints::unpacked)
                .orElse(null);
    }

    private void write(List<Tag> tags) {
        long now = clock.instant().getEpochSecond();
        try {
            database.note(handle -> {
                // In one order, so that two servers cannot wait for each other.
                tags.stream()
                        .sorted(Comparator.comparing(Tag::feed).thenComparing(Tag::tag))
                        .forEach(tag -> write(handle, tag, now));
                if (now >= cleanAgain) {
                    handle.execute("DELETE FROM issued WHERE replaced_at < ?", now - kept.toSeconds());
                    cleanAgain = now + BETWEEN_CLEANINGS.toSeconds();
                }
                return tags.size();
            });
        } finally {
            tags.forEach(tag -> unwritten.remove(tag.tag(), tag));
        }
    }

    private static void write(Handle handle, Tag tag, long now) {
        String feed = Hashes.hex(tag.feed());
        handle.execute(
                "UPDATE issued SET replaced_at = ? WHERE feed = ? AND replaced_at IS NULL AND tag <> ?",
                now,
                feed,
                tag.tag());
        handle.execute(
                "INSERT INTO issued (tag, feed, entries) VALUES (?, ?, ?)"
                        + " ON CONFLICT (tag) DO UPDATE SET replaced_at = NULL",
                tag.tag(),
                feed,
                Fingerprints.packed(tag.entries()));
    }

    /** Writes what waits. */
    @Override
    public void close() {
        waiting.close();
    }
}
