package dev.feedmill.media;

import dev.feedmill.article.FolderPath;
import dev.feedmill.web.MediaType;
import dev.feedmill.web.MediaTypes;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds files in the articles folder, and none outside of it: neither by dots nor by links. Threads may share it. */
public final class MediaFolder {
    private final Path folder;
    private final long maxBytes;

    /** @param maxBytes of a file; larger ones are not served */
    public MediaFolder(Path folder, long maxBytes) {
        this.folder = folder;
        this.maxBytes = maxBytes;
    }

    /** Larger files are not served. */
    public long maxBytes() {
        return maxBytes;
    }

    /** Where the files lie. */
    public Path path() {
        return folder;
    }

    /**
     * The file at a path that may be served; empty where there is none, or none of a kind that is served.
     *
     * @param path {@code /} between its names, decoded
     * @throws IOException where nobody knows now whether it is there
     */
    public Optional<MediaFile> find(String path) throws IOException {
        return MediaTypes.of(path) == null
                ? Optional.empty()
                : Optional.ofNullable(look(path).file());
    }

    /**
     * Why what is at a path is not served, as the end of a sentence that names it; null where nothing is there, or it is served.
     *
     * @throws IOException where nobody knows now whether it is there
     */
    public @Nullable String refusal(String path) throws IOException {
        return look(path).refusal();
    }

    /** What is at a path: neither where nothing is. */
    private record Look(@Nullable MediaFile file, @Nullable String refusal) {
        static final Look NOTHING = new Look(null, null);

        static Look refused(String why) {
            return new Look(null, why);
        }
    }

    private Look look(String path) throws IOException {
        if (!isPlain(path)) {
            return Look.NOTHING;
        }
        try {
            Path real = FolderPath.file(folder, path).toRealPath();
            if (!real.startsWith(folder.toRealPath())) {
                return Look.refused("is a link that leads out of the folder");
            }
            if (isHidden(real)) {
                return Look.refused("leads to a file whose name begins with a dot");
            }
            BasicFileAttributes file = Files.readAttributes(real, BasicFileAttributes.class);
            if (!file.isRegularFile()) {
                return Look.NOTHING;
            }
            MediaType type = MediaTypes.of(path);
            if (type == null) {
                return Look.refused("is of a kind that is not served");
            }
            if (file.size() > maxBytes) {
                return Look.refused("has more than " + maxBytes + " bytes");
            }
            String key = real + " " + file.size() + " " + file.lastModifiedTime() + " " + changed(real) + " "
                    + file.fileKey();
            return new Look(
                    new MediaFile(
                            path,
                            real,
                            type,
                            file.size(),
                            file.lastModifiedTime().toInstant(),
                            key),
                    null);
        } catch (NoSuchFileException | NotDirectoryException e) {
            return Look.NOTHING;
        } catch (FileSystemException e) {
            // A link that leads to itself is as good as none, and a name that is too long is none.
            String reason = String.valueOf(e.getReason());
            if (reason.contains("Too many levels")
                    || reason.contains("too long")
                    || reason.contains("Not a directory")) {
                return Look.NOTHING;
            }
            throw e;
        }
    }

    /** The time that nobody can set; nothing where the system has none. */
    private static Object changed(Path file) throws IOException {
        try {
            return Files.getAttribute(file, "unix:ctime");
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return "";
        }
    }

    /** A name that begins with a dot is nobody's but the owner's, wherever the way to the file goes. */
    private boolean isHidden(Path real) throws IOException {
        for (Path name : folder.toRealPath().relativize(real)) {
            if (name.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    /** The stamp of what is at a path, whether it may be served or not, at the cost of one look; empty for nothing. */
    public String stamp(String path) {
        if (!isPlain(path)) {
            return "";
        }
        try {
            BasicFileAttributes file = Files.readAttributes(FolderPath.file(folder, path), BasicFileAttributes.class);
            return MediaFile.stamp(file.size(), file.lastModifiedTime().toInstant());
        } catch (IOException e) {
            return "";
        }
    }

    /** Names in one another, none of which is hidden or leads up. */
    private static boolean isPlain(String path) {
        if (path.indexOf('\0') >= 0 || path.indexOf('\\') >= 0) {
            return false;
        }
        for (String name : path.split("/", -1)) {
            if (name.isEmpty() || name.startsWith(".")) {
                return false;
            }
        }
        return true;
    }
}
