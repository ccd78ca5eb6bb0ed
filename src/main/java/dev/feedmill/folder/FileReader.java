package dev.feedmill.folder;

import dev.feedmill.article.Article;
import dev.feedmill.article.FolderPath;
import dev.feedmill.library.identity.FileReading;
import dev.feedmill.library.identity.FileState;
import dev.feedmill.library.table.FileDigest;
import dev.feedmill.library.table.FileRow;
import dev.feedmill.library.table.FileStamp;
import dev.feedmill.problem.Location;
import dev.feedmill.problem.Parsed;
import dev.feedmill.problem.Problem;
import dev.feedmill.reading.ArticleReader;
import dev.feedmill.reading.header.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one file of the folder; errors of the file become part of the result. Thread-safe. */
public final class FileReader {
    private static final Logger LOG = LoggerFactory.getLogger(FileReader.class);

    private final Path folder;
    private final ArticleReader reader;
    private final InstantSource clock;

    public FileReader(Path folder, ArticleReader reader, InstantSource clock) {
        this.folder = folder;
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * Reads a file; returns null if it is gone or was written to after it was stamped, as its content may be
     * incomplete.
     */
    @Nullable
    FileReading read(String path, FileStamp stamp) {
        try {
            Parsed<SourceFile> loaded = SourceFile.load(folder, path, reader.maxFileBytes());
            if (loaded instanceof Parsed.Read<SourceFile> file) {
                if (!WriteDebouncer.look(FolderPath.file(folder, path)).equals(stamp)) {
                    return null;
                }
                String digest = FileDigest.of(file.value().bytes());
                return new FileReading(
                        path,
                        stamp,
                        digest,
                        reader.read(file.value(), clock.instant()),
                        reader.unreadableConfiguration(path));
            }
            if (WriteDebouncer.look(FolderPath.file(folder, path)).equals(WriteDebouncer.ABSENT)) {
                return path.indexOf('\ufffd') < 0 ? null : refused(path, stamp, "the file's name must be UTF-8");
            }
            boolean tooLarge = loaded.problems().stream().anyMatch(p -> p.kind() == Problem.Kind.LIMIT);
            // Permissions can change without a new modification time: the next look must not find the stamp unchanged.
            return new FileReading(
                    path, tooLarge ? stamp : FileStamp.UNKNOWN, "", new Parsed.Refused<>(loaded.problems()));
        } catch (InvalidPathException e) {
            return refused(path, stamp, "the file's name must be text in the system's encoding");
        } catch (IOException e) {
            return WriteDebouncer.look(FolderPath.file(folder, path)).equals(WriteDebouncer.ABSENT)
                    ? null
                    : FileReading.temporaryFailure(
                            path, "the file must be readable; what was known of it is kept: " + FileErrors.reason(e));
        } catch (OutOfMemoryError e) {
            return FileReading.temporaryFailure(
                    path,
                    "the file takes more memory to be read than the server has (java -Xmx gives more);"
                            + " what was known of it is kept");
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("{}: a fault of ours while reading", path, e);
            return refused(path, stamp, "the file could not be read because of a fault that is not its own");
        }
    }

    boolean isArticle(String path) {
        return reader.isArticle(path);
    }

    /** What the file system now holds at this file's path. */
    public FileState state(FileRow row) {
        FileStamp now = WriteDebouncer.look(FolderPath.file(folder, row.path()));
        if (now.equals(WriteDebouncer.ABSENT)
                || !reader.isArticle(row.path())
                || Files.isDirectory(FolderPath.file(folder, row.path()))) {
            return FileState.GONE;
        }
        if (now.equals(row.stamp()) || now.equals(FileStamp.UNKNOWN)) {
            return FileState.SAME;
        }
        String digest = digest(row.path());
        return digest.isEmpty() || digest.equals(row.digest()) ? FileState.SAME : FileState.CHANGED;
    }

    /** Digest of the file's bytes; empty if they cannot be read. */
    String digest(String path) {
        try {
            return SourceFile.load(folder, path, reader.maxFileBytes()) instanceof Parsed.Read<SourceFile> file
                    ? FileDigest.of(file.value().bytes())
                    : "";
        } catch (IOException e) {
            return "";
        }
    }

    private static FileReading refused(String path, FileStamp stamp, String message) {
        Problem problem = new Problem(Location.of(path), Problem.Kind.UNREADABLE, message);
        return new FileReading(path, stamp, "", new Parsed.Refused<Article>(List.of(problem)));
    }
}
