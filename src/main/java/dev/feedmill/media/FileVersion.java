package dev.feedmill.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The version of a file: values of which one changes with the content.
 *
 * @param file real path, with all links resolved
 * @param size in bytes
 * @param changed the change time, which users cannot set; null if the system has none
 * @param number identifies the file on its disk; null if the system has no such number
 */
public record FileVersion(
        Path file,
        long size,
        FileTime modified,
        @Nullable FileTime changed,
        @Nullable Object number) {
    private static final boolean HAS_CHANGE_TIME =
            Path.of("").getFileSystem().supportedFileAttributeViews().contains("unix");

    /**
     * The current version of the file at a real path, for the cost of one system call; null if it is no regular file.
     *
     * @throws IOException if nothing is there
     */
    static @Nullable FileVersion of(Path file) throws IOException {
        if (HAS_CHANGE_TIME) {
            Map<String, Object> found = Files.readAttributes(
                    file, "unix:isRegularFile,size,lastModifiedTime,ctime,fileKey", LinkOption.NOFOLLOW_LINKS);
            return Boolean.TRUE.equals(found.get("isRegularFile"))
                    ? new FileVersion(
                            file,
                            (Long) Objects.requireNonNull(found.get("size")),
                            (FileTime) Objects.requireNonNull(found.get("lastModifiedTime")),
                            (FileTime) found.get("ctime"),
                            found.get("fileKey"))
                    : null;
        }
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return found.isRegularFile()
                ? new FileVersion(file, found.size(), found.lastModifiedTime(), null, found.fileKey())
                : null;
    }
}
