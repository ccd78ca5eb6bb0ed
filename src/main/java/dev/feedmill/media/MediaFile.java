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
 * @param path path within the folder, separated by {@code /}
 * @param file real path, with all links resolved
 * @param size in bytes
 * @param modified modification time
 * @param key identifies the file together with its size and times
 */
public record MediaFile(String path, Path file, MediaType type, long size, Instant modified, String key) {
    /** A stamp that changes when the file is written. */
    public String stamp() {
        return stamp(size, modified);
    }

    static String stamp(long size, Instant modified) {
        return size + " " + modified;
    }

    /**
     * Opens the file for reading.
     *
     * @throws IOException if it is gone, or has become a link
     */
    public FileChannel open() throws IOException {
        return FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }
}
