package dev.feedmill.library.sql;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The library's metadata, by key. */
public final class Meta {
    /** Fingerprint of the reader of the last complete scan; absent before the first. */
    public static final String READER = "reader";
    /** Counter of commits. */
    public static final String GENERATION = "generation";
    /** Identity of the folder when it was last found. */
    public static final String FOLDER = "folder";

    /** Mount points in the folder, one on each line. */
    public static final String MOUNTS = "mounts";

    /** Checksum of a sample file at the last complete scan, which shows whether the algorithm has changed. */
    public static final String DIGESTS = "digests";

    /** What the configurations in the folder say of the site, for servers that do not see the folder. */
    public static final String SITE = "site";

    /** Rule for ids that no article declares. */
    public static final String IDS = "ids";

    /** Present once the archives are divided into pages. */
    public static final String ARCHIVES = "archives";

    /** How far the words of articles are indexed, and with which tokenizer. */
    public static final String WORDS = "words";

    /** The highest number of a change that the log no longer has; absent if it has all. */
    public static final String CHANGES_DELETED = "changes-deleted";

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
