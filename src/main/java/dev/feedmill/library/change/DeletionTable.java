package dev.feedmill.library.change;

import dev.feedmill.library.sql.Chunks;
import dev.feedmill.library.sql.Hashes;
import dev.feedmill.selection.DeletedEntry;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Entries that were taken from the feeds of terms (RFC 6721). */
public final class DeletionTable {
    private final Handle handle;

    public DeletionTable(Handle handle) {
        this.handle = handle;
    }

    /**
     * The entries that were taken from the feeds of any of these terms, latest first, each once.
     *
     * @param terms numbers of the terms
     */
    public List<DeletedEntry> latest(Set<Long> terms, int limit) {
        return limit == 0 || terms.isEmpty()
                ? List.of()
                : handle.createQuery("SELECT entry_id, max(deleted_at) AS latest, entry_hash FROM deletion"
                                + " WHERE term IN (<terms>) GROUP BY entry_hash, entry_id"
                                + " ORDER BY latest DESC, entry_hash LIMIT :limit")
                        .bindList("terms", List.copyOf(terms))
                        .bind("limit", limit)
                        .map((row, context) ->
                                new DeletedEntry(row.getString(1), Instant.ofEpochSecond(row.getLong(2))))
                        .list();
    }

    /** Forgets that these entries were deleted, since they are back. */
    void remove(Collection<String> entryIds) {
        boolean any = handle.createQuery("SELECT EXISTS (SELECT 1 FROM deletion)")
                .mapTo(Boolean.class)
                .one();
        if (any) {
            for (List<String> some : Chunks.of(entryIds)) {
                handle.createUpdate("DELETE FROM deletion WHERE entry_hash IN (<hashes>)")
                        .bindList("hashes", some.stream().map(Hashes::hex).toList())
                        .execute();
            }
        }
    }

    /**
     * Adds deleted entries.
     *
     * @param entries numbers of the terms whose feeds had an entry, by its id
     * @param now seconds since the epoch
     */
    void add(Map<String, Set<Long>> entries, long now) {
        PreparedBatch inserts = handle.prepareBatch("INSERT INTO deletion (term, entry_hash, entry_id, deleted_at)"
                + " VALUES (?, ?, ?, ?) ON CONFLICT (term, entry_hash) DO UPDATE SET deleted_at = excluded.deleted_at");
        entries.forEach((id, terms) -> {
            String hash = Hashes.hex(id);
            terms.forEach(term -> inserts.add(term, hash, id, now));
        });
        if (inserts.size() > 0) {
            inserts.execute();
        }
    }

    /**
     * Deletes old lines of terms that change anyhow: a feed does not change because time passes.
     *
     * @param before seconds since the epoch; older lines are deleted
     * @param limit lines that remain for each term
     */
    void trim(Set<Long> terms, long before, int limit) {
        for (List<Long> some : Chunks.of(terms)) {
            handle.createUpdate("DELETE FROM deletion WHERE term IN (<terms>) AND deleted_at < :before")
                    .bindList("terms", some)
                    .bind("before", before)
                    .execute();
        }
        PreparedBatch rest =
                handle.prepareBatch("DELETE FROM deletion WHERE term = ? AND entry_hash IN (SELECT entry_hash"
                        + " FROM deletion WHERE term = ? ORDER BY deleted_at DESC, entry_hash LIMIT 1000000 OFFSET ?)");
        terms.forEach(term -> rest.add(term, term, limit));
        if (rest.size() > 0) {
            rest.execute();
        }
    }
}
