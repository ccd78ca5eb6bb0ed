package dev.feedmill.library;

import dev.feedmill.library.change.ChangeLog;
import dev.feedmill.library.change.ChangeTable;
import dev.feedmill.library.sql.Database;
import dev.feedmill.library.sql.Hashes;
import dev.feedmill.library.sql.LibraryUnavailableException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores when the bytes of documents last changed, across restarts. Thread-safe. A loss in a crash costs a client that
 * sends only dates one more full response.
 */
public final class ModifiedDocuments implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ModifiedDocuments.class);
    private final Database database;
    private final ChangeLog changes;
    private final Map<String, Modified> unwritten = new ConcurrentHashMap<>();
    private final Backlog<String> waiting = new Backlog<>("modified-documents", this::write);

    ModifiedDocuments(Database database, ChangeLog changes) {
        this.database = database;
        this.changes = changes;
    }

    /**
     * The state of the document at an address.
     *
     * @param digest differs for different bytes
     * @param time of the last change, seconds since the epoch
     */
    public record Modified(String digest, long time) {}

    /** The stored state; null if unknown. */
    public @Nullable Modified find(String address) {
        Modified fresh = unwritten.get(address);
        return fresh != null
                ? fresh
                : database.read(handle -> handle.select(
                                "SELECT digest, modified FROM document WHERE address = ?", Hashes.hex(address))
                        .map((row, context) -> new Modified(row.getString(1), row.getLong(2)))
                        .findOne()
                        .orElse(null));
    }

    /** Records the current state of a document; returns at once. */
    public void put(String address, Modified modified) {
        unwritten.put(address, modified);
        if (!waiting.offer(address)) {
            unwritten.remove(address, modified);
        }
    }

    /** Whether other servers serve the same documents, so that {@link #settle} must decide. */
    public boolean areShared() {
        return database.isShared();
    }

    /** The number of the last change that this server knows of. */
    public long lastKnownChange() {
        return changes.seen();
    }

    /**
     * Decides the time of a document for all servers that share the library: the first that stores these bytes decides,
     * and other bytes get a later time.
     *
     * @param terms whose changes change the document
     * @param asOf number of a change that was known before anything was read for the document
     * @return seconds since the epoch; null if the document shows a state that is the past by now, or may be
     */
    public @Nullable Long settle(String address, String digest, Set<Long> terms, long asOf) {
        try {
            return settled(Hashes.hex(address), digest, terms, asOf).orElse(null);
        } catch (LibraryUnavailableException e) {
            LOG.debug("no time could be settled for {}", address, e);
            return null;
        }
    }

    private Optional<Long> settled(String key, String digest, Set<Long> terms, long asOf) {
        return database.note(handle -> {
            if (!new ChangeTable(handle).isLatestOf(terms, asOf)) {
                return Optional.<Long>empty();
            }
            handle.execute(
                    "INSERT INTO document (address, digest, modified, as_of) VALUES (?, ?, " + database.millis()
                            + " / 1000, ?)"
                            + " ON CONFLICT (address) DO UPDATE SET modified = CASE"
                            + " WHEN document.digest = excluded.digest THEN document.modified"
                            + " ELSE greatest(document.modified + 1, excluded.modified) END,"
                            + " digest = excluded.digest, as_of = excluded.as_of WHERE document.as_of <= excluded.as_of",
                    key,
                    digest,
                    asOf);
            return handle.select("SELECT modified FROM document WHERE address = ? AND digest = ?", key, digest)
                    .mapTo(Long.class)
                    .findOne();
        });
    }

    private void write(List<String> addresses) {
        Map<String, Modified> some = new ConcurrentHashMap<>();
        for (String address : addresses) {
            Modified modified = unwritten.get(address);
            if (modified != null) {
                some.put(address, modified);
            }
        }
        try {
            database.write(handle -> {
                some.forEach((address, modified) -> write(handle, address, modified));
                return some.size();
            });
        } finally {
            some.forEach(unwritten::remove);
        }
    }

    private static void write(Handle handle, String address, Modified modified) {
        handle.execute(
                "INSERT INTO document (address, digest, modified) VALUES (?, ?, ?) ON CONFLICT (address)"
                        + " DO UPDATE SET digest = excluded.digest, modified = excluded.modified",
                Hashes.hex(address),
                modified.digest(),
                modified.time());
    }

    /** Writes what waits. */
    @Override
    public void close() {
        waiting.close();
    }
}
