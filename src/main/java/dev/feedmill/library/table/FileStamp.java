package dev.feedmill.library.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * What tells without reading whether a file changed.
 *
 * @param size in bytes, -1 where the file could not be looked at
 * @param modified nanoseconds since the epoch
 * @param changed when anything of the file was changed, which nobody can set; 0 where the system does not tell
 */
public record FileStamp(long size, long modified, long changed) {
    public static final FileStamp UNKNOWN = new FileStamp(-1, 0, 0);

    public static FileStamp of(Path file, BasicFileAttributes attributes) throws IOException {
        return new FileStamp(attributes.size(), nanos(attributes.lastModifiedTime()), changed(file));
    }

    private static long changed(Path file) throws IOException {
        try {
            return Files.getAttribute(file, "unix:ctime") instanceof FileTime time ? nanos(time) : 0;
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return 0;
        }
    }

    private static long nanos(FileTime time) {
        return time.to(TimeUnit.NANOSECONDS);
    }

    /** Whether nobody wrote into the file in between, unless he set its time back. */
    public boolean isSameText(FileStamp other) {
        return size == other.size && modified == other.modified;
    }

    public Instant time() {
        return Instant.ofEpochSecond(0, modified);
    }
}
