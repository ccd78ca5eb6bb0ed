package dev.feedmill.reading.header;

import dev.feedmill.article.FolderPath;
import dev.feedmill.problem.Location;
import dev.feedmill.problem.Parsed;
import dev.feedmill.problem.Problem;
import dev.feedmill.problem.Problem.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;

/**
 * A file with its bytes.
 *
 * @param path relative to the articles folder, {@code /} between its names
 * @param modified the file's time, whole seconds
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record SourceFile(String path, byte[] bytes, Instant modified) {
    /**
     * Loads a regular file of at most {@code maxBytes}; refuses a larger one, and one that does not exist.
     *
     * @throws IOException if it cannot be read now, which says nothing of its content
     */
    public static Parsed<SourceFile> load(Path folder, String path, long maxBytes) throws IOException {
        Path file = FolderPath.file(folder, path);
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            // Opening a pipe would block until another process writes into it.
            return attributes.isRegularFile()
                    ? load(file, path, maxBytes, attributes.lastModifiedTime().toInstant())
                    : refused(path, Kind.UNREADABLE, "this must be a regular file, not a pipe or a device");
        } catch (NoSuchFileException e) {
            return refused(path, Kind.UNREADABLE, "the file is gone");
        }
    }

    private static Parsed<SourceFile> load(Path file, String path, long maxBytes, Instant modified) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, maxBytes + 1));
            if (bytes.length > maxBytes) {
                return refused(path, Kind.LIMIT, "the file must have at most " + maxBytes + " bytes");
            }
            Instant seconds = Instant.ofEpochSecond(modified.getEpochSecond());
            return new Parsed.Read<>(new SourceFile(path, bytes, seconds), List.of());
        }
    }

    private static Parsed<SourceFile> refused(String path, Kind kind, String message) {
        return new Parsed.Refused<>(List.of(new Problem(Location.of(path), kind, message)));
    }
}
