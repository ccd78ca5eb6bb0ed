package dev.feedmill.library;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What the library keeps about itself. */
final class Meta {
    /** Fingerprint of the reader as which the folder was last read to its end; none before the first time. */
    static final String READER = "reader";
    /** Goes up with every commit. */
    static final String GENERATION = "generation";
    /** Identity of the folder when it was last found. */
    static final String FOLDER = "folder";

    /** Folders on which something was mounted, a line each. */
    static final String MOUNTS = "mounts";

    /** {@link FileReader#SAMPLE} when the folder was last read to its end. */
    static final String DIGESTS = "digests";

    /** Where ids come from that no article declares. */
    static final String IDS = "ids";

    /** There as soon as the archives are divided into pages. */
    static final String ARCHIVES = "archives";

    /** How far the words of articles are there, and by which tokens. */
    static final String WORDS = "words";

    private Meta() {}

    static Optional<String> get(Handle handle, String name) {
        return handle.select("SELECT value FROM meta WHERE name = ?", name)
                .mapTo(String.class)
                .findOne();
    }

    static void put(Handle handle, String name, String value) {
        handle.execute(
                "INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                name,
                value);
    }

    static long generation(Handle handle) {
        return get(handle, GENERATION).map(Long::parseLong).orElse(0L);
    }
}
