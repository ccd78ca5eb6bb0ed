package dev.feedmill.library.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The file that a library is in; whoever deletes it under a running server takes away all that is written from then on. */
final class LibraryFile {
    private final Path path;
    private final @Nullable Object identity;

    private LibraryFile(Path path) {
        this.path = path;
        this.identity = identity();
    }

    /** As it is now; null where there is none. */
    static @Nullable LibraryFile at(@Nullable Path path) {
        return path == null || !Files.exists(path) ? null : new LibraryFile(path);
    }

    /** Fails where it is not the file any more that was opened. */
    void require() {
        if (isGone()) {
            throw new LibraryUnavailableException(Trouble.FILE_GONE.message());
        }
    }

    /** Whether it is not the file any more that was opened. */
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
