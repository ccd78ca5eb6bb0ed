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

/**
 * Finds files in the articles folder, and none outside of it, neither through dot segments nor through links.
 * Thread-safe.
 */
public final class MediaFolder {
    /** A file that is replaced all the time is given up. */
    private static final int ATTEMPTS = 3;

    private final Path folder;
    private final long maxBytes;

    /** What is done with a version of a file. */
    @FunctionalInterface
    public interface Action<T> {
        /**
         * Applies it to a version of a file.
         *
         * @throws FileChangedException if the file is another version by now
         */
        T apply(MediaFile file) throws IOException;
    }

    /** @param maxBytes size limit; larger files are not served */
    public MediaFolder(Path folder, long maxBytes) {
        this.folder = folder;
        this.maxBytes = maxBytes;
    }

    /** The size limit; larger files are not served. */
    public long maxBytes() {
        return maxBytes;
    }

    /** The articles folder. */
    public Path path() {
        return folder;
    }

    /**
     * The file at a path, if it may be served; empty if there is none, or its type is not served.
     *
     * @param path decoded path, separated by {@code /}
     * @throws IOException if its existence cannot be determined now
     */
    public Optional<MediaFile> find(String path) throws IOException {
        return MediaTypes.of(path) == null
                ? Optional.empty()
                : Optional.ofNullable(look(path).file());
    }

    /**
     * The result of an action on the file at a path, see {@link #find}; repeats the action with the new version of a
     * file that is replaced meanwhile.
     *
     * @throws FileChangedException if the file is replaced each time
     */
    public <T> Optional<T> read(String path, Action<T> action) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                MediaFile file = find(path).orElse(null);
                return file == null ? Optional.empty() : Optional.of(action.apply(file));
            } catch (FileChangedException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /**
     * The reason why the file at a path is not served, as the end of a sentence with the file as its subject; null if
     * there is no file, or it is served.
     *
     * @throws IOException if its existence cannot be determined now
     */
    public @Nullable String refusal(String path) throws IOException {
        return look(path).refusal();
    }

    /** The file at a path, or the reason why it is not served; neither if there is no file. */
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
            Path root = folder.toRealPath();
            Path real = FolderPath.file(folder, path).toRealPath();
            if (!real.startsWith(root)) {
                return Look.refused("is a link that leads out of the folder");
            }
            if (isHidden(root.relativize(real))) {
                return Look.refused("leads to a file whose name begins with a dot");
            }
            FileVersion file = FileVersion.of(real);
            if (file == null) {
                return Look.NOTHING;
            }
            MediaType type = MediaTypes.of(path);
            if (type == null) {
                return Look.refused("is of a kind that is not served");
            }
            if (file.size() > maxBytes) {
                return Look.refused("has more than " + maxBytes + " bytes");
            }
            return new Look(new MediaFile(path, type, file), null);
        } catch (NoSuchFileException | NotDirectoryException e) {
            return Look.NOTHING;
        } catch (FileSystemException e) {
            // A cyclic link, and a name that is too long, count as no file.
            String reason = String.valueOf(e.getReason());
            if (reason.contains("Too many levels")
                    || reason.contains("too long")
                    || reason.contains("Not a directory")) {
                return Look.NOTHING;
            }
            throw e;
        }
    }

    /** Whether a name on the real path begins with a dot: such files are private, whichever link leads to them. */
    private static boolean isHidden(Path inFolder) {
        for (Path name : inFolder) {
            if (name.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    /**
     * The stamp of the file at a path, whether or not it may be served, for the cost of one system call; empty if there
     * is none.
     */
    public String stamp(String path) {
        if (!isPlain(path)) {
            return "";
        }
        try {
            BasicFileAttributes file = Files.readAttributes(FolderPath.file(folder, path), BasicFileAttributes.class);
            return MediaFile.stamp(file.size(), file.lastModifiedTime());
        } catch (IOException e) {
            return "";
        }
    }

    /** Whether a path has only plain names, none of them hidden or a dot segment. */
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
