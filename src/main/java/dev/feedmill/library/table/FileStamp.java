package dev.feedmill.library.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Metadata that shows, without reading a file, whether it changed.
 *
 * @param size in bytes, -1 if the file could not be inspected
 * @param modified nanoseconds since the epoch
 * @param changed inode change time, which no program can set; 0 if the system has none
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

    /** Whether the content was not written to in between; wrong only if the modification time was set back. */
    public boolean isSameText(FileStamp other) {
        return size == other.size && modified == other.modified;
    }

    public Instant time() {
        return Instant.ofEpochSecond(0, modified);
    }
}
