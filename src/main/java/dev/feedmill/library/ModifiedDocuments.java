package dev.feedmill.library;

import dev.feedmill.library.sql.Database;
import dev.feedmill.library.sql.Hashes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Stores when the bytes of documents last changed, across restarts. Thread-safe. A loss in a crash costs a client that
 * sends only dates one more full response.
 */
public final class ModifiedDocuments implements AutoCloseable {
    private final Database database;
    private final Map<String, Modified> unwritten = new ConcurrentHashMap<>();
    private final Backlog<String> waiting = new Backlog<>("modified-documents", this::write);

    ModifiedDocuments(Database database) {
        this.database = database;
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
