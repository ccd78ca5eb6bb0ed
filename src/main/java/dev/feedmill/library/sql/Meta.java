package dev.feedmill.library.sql;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What the library keeps about itself. */
public final class Meta {
    /** Fingerprint of the reader as which the folder was last read to its end; none before the first time. */
    public static final String READER = "reader";
    /** Goes up with every commit. */
    public static final String GENERATION = "generation";
    /** Identity of the folder when it was last found. */
    public static final String FOLDER = "folder";

    /** Folders on which something was mounted, a line each. */
    public static final String MOUNTS = "mounts";

    /** The checksum of a certain file, as it was made when the folder was last read to its end. */
    public static final String DIGESTS = "digests";

    /** Where ids come from that no article declares. */
    public static final String IDS = "ids";

    /** There as soon as the archives are divided into pages. */
    public static final String ARCHIVES = "archives";

    /** How far the words of articles are there, and by which tokens. */
    public static final String WORDS = "words";

    private Meta() {}

    public static Optional<String> get(Handle handle, String name) {
        return handle.select("SELECT value FROM meta WHERE name = ?", name)
                .mapTo(String.class)
                .findOne();
    }

    public static void put(Handle handle, String name, String value) {
        handle.execute(
                "INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                name,
                value);
    }

    public static long generation(Handle handle) {
        return get(handle, GENERATION).map(Long::parseLong).orElse(0L);
    }
}
