package dev.feedmill.media;

import dev.feedmill.web.MediaType;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Objects;

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

    /**
     * When the content of the path last changed: the modification time, or the time when the file was moved here, if later.
     */
    public Instant changed() {
        Instant modified = version.modified().toInstant();
        Instant came = version.changed() == null ? modified : version.changed().toInstant();
        return came.isAfter(modified) ? came : modified;
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
     * Whether the bytes of an open channel may have changed, for the cost of one system call. A file that took the
     * place of this one leaves them as they are.
     */
    public boolean isOverwritten() {
        try {
            FileVersion now = FileVersion.of(version.file());
            return now != null && Objects.equals(now.number(), version.number()) && !now.equals(version);
        } catch (IOException e) {
            return false;
        }
    }

    /** Throws an exception if the file is no longer this version. */
    public void requireCurrent() throws FileChangedException {
        if (!isCurrent()) {
            throw new FileChangedException(path);
        }
    }

    /**
     * Opens this version of the file for reading.
     *
     * @throws FileChangedException if it is another version now
     * @throws IOException if it is gone, or has become a link
     */
    public FileChannel open() throws IOException {
        FileChannel channel = FileChannel.open(file(), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        try {
            requireCurrent();
            return channel;
        } catch (FileChangedException e) {
            channel.close();
            throw e;
        }
    }
}
