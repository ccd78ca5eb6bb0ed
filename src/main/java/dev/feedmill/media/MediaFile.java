package dev.feedmill.media;

import dev.feedmill.web.MediaType;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/**
 * A file of the folder that may be served.
 *
 * @param path path within the folder, separated by {@code /}
 */
public record MediaFile(String path, MediaType type, FileVersion version) {
    /** The real path, with all links resolved. */
    public Path file() {
        return version.file();
    }

    /** In bytes. */
    public long size() {
        return version.size();
    }

    /** The modification time. */
    public Instant modified() {
        return version.modified().toInstant();
    }

    /** A stamp that changes when the file is written. */
    public String stamp() {
        return stamp(size(), version.modified());
    }

    static String stamp(long size, FileTime modified) {
        return size + " " + modified.toInstant();
    }

    /** Whether the file is still there unchanged, for the cost of one system call. */
    public boolean isCurrent() {
        try {
            return version.equals(FileVersion.of(version.file()));
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Opens the file for reading.
     *
     * @throws IOException if it is gone, or has become a link
     */
    public FileChannel open() throws IOException {
        return FileChannel.open(file(), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }
}
