package dev.feedmill.library;

import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * What tells without reading whether a file changed.
 *
 * @param size in bytes, -1 where the file could not be looked at
 * @param modified nanoseconds since the epoch
 */
record Stamp(long size, long modified) {
    static final Stamp UNKNOWN = new Stamp(-1, 0);

    static Stamp of(BasicFileAttributes attributes) {
        return new Stamp(attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS));
    }

    Instant time() {
        return Instant.ofEpochSecond(0, modified);
    }
}
