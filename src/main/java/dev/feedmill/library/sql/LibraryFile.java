package dev.feedmill.library.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Identity of the library file. If it is deleted under a running server, all later writes are lost. */
final class LibraryFile {
    private final Path path;
    private final @Nullable Object identity;

    private LibraryFile(Path path) {
        this.path = path;
        this.identity = identity();
    }

    /** The file's identity now; null if there is none. */
    static @Nullable LibraryFile at(@Nullable Path path) {
        return path == null || !Files.exists(path) ? null : new LibraryFile(path);
    }

    /** Fails if the path no longer holds the file that was opened. */
    void require() {
        if (isGone()) {
            throw new LibraryUnavailableException(Trouble.FILE_GONE.message());
        }
    }

    /** Whether the path no longer holds the file that was opened. */
    boolean isGone() {
        return !Objects.equals(identity, identity());
    }

    private @Nullable Object identity() {
        try {
            Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
            return key == null ? path : key;
        } catch (IOException e) {
            return null;
        }
    }
}
