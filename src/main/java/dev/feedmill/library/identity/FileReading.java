package dev.feedmill.library.identity;

import dev.feedmill.article.Article;
import dev.feedmill.library.table.FileStamp;
import dev.feedmill.problem.Location;
import dev.feedmill.problem.Parsed;
import dev.feedmill.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file as it was read.
 *
 * @param digest of its bytes; empty if they could not be read
 * @param contentDigest of its visible content; empty if the file was refused
 * @param unsure the configuration that determines how to read it, if that was never readable; else null
 * @param passing whether it could not be read for a reason outside the file: the library keeps what it has
 */
public record FileReading(
        String path,
        FileStamp stamp,
        String digest,
        String contentDigest,
        Parsed<Article> article,
        @Nullable String unsure,
        boolean passing) {
    /** Creates a reading; hashes the content on the reading thread. */
    public FileReading(String path, FileStamp stamp, String digest, Parsed<Article> article) {
        this(path, stamp, digest, article, null);
    }

    /** Creates a reading of a file whose meaning is unsure. */
    public FileReading(String path, FileStamp stamp, String digest, Parsed<Article> article, @Nullable String unsure) {
        this(path, stamp, digest, contentDigest(article), article, unsure, false);
    }

    /** Creates a reading of a file that cannot be read now; its stamp never equals a later one. */
    public static FileReading temporaryFailure(String path, String message) {
        Problem problem = new Problem(Location.of(path), Problem.Kind.UNREADABLE, message);
        return new FileReading(path, FileStamp.UNKNOWN, "", "", new Parsed.Refused<>(List.of(problem)), null, true);
    }

    private static String contentDigest(Parsed<Article> article) {
        return article instanceof Parsed.Read<Article> read ? ContentDigest.of(read.value()) : "";
    }

    /** The body as it is stored; null if the file was refused. */
    @Nullable
    public String body() {
        return article instanceof Parsed.Read<Article> read
                ? read.value().body().stored()
                : null;
    }

    /** Approximate memory use: characters of its body. */
    public long weight() {
        String body = body();
        return body == null ? 0 : body.length();
    }
}
