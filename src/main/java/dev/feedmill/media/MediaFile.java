package dev.feedmill.media;

import dev.feedmill.web.MediaType;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/**
 * A file of the folder that may be served.
 *
 * @param path within the folder, {@code /} between its names
 * @param file where it really lies, behind all links
 * @param size in bytes
 * @param modified the file's time
 * @param key the same for the same file with the same size and times
 */
public record MediaFile(String path, Path file, MediaType type, long size, Instant modified, String key) {
    /** Another one after it was written to. */
    public String stamp() {
        return stamp(size, modified);
    }

    static String stamp(long size, Instant modified) {
        return size + " " + modified;
    }

    /**
     * Opens it for reading.
     *
     * @throws IOException where it is gone, or a link by now
     */
    public FileChannel open() throws IOException {
        return FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }
}
