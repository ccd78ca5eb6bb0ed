package dev.feedmill.library;

import dev.feedmill.library.sql.Database;
import dev.feedmill.library.sql.LibraryPlace;
import dev.feedmill.library.table.FileDigest;
import java.util.List;

/**
 * A file of the folder as the library knows it, with the id of its article's entry.
 *
 * @param path below the folder, with slashes
 * @param entryId the id in feeds
 * @param bytes checksum of the bytes that were read
 */
public record KnownFile(String path, String entryId, String bytes) {
    /**
     * All files with articles in a library, by path; opens it without taking its lease.
     *
     * @throws dev.feedmill.library.sql.LibraryException if there is no library
     */
    public static List<KnownFile> all(String where) {
        LibraryPlace.requireFile(where);
        try (Database database = Database.open(where)) {
            return database.read(handle -> handle.createQuery(
                            "SELECT f.path, a.entry_id, f.digest FROM file f JOIN article a ON a.number = f.article"
                                    + " WHERE a.removed_at IS NULL AND a.path = f.path AND f.outcome <> 'SKIPPED'"
                                    + " ORDER BY f.path")
                    .map((row, context) -> new KnownFile(row.getString(1), row.getString(2), row.getString(3)))
                    .list());
        }
    }

    /** Whether these are the bytes that were read. */
    public boolean has(byte[] others) {
        return bytes.equals(FileDigest.of(others));
    }
}
