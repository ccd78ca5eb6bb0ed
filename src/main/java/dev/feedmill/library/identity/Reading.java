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
 * @param digest of its bytes; empty where they could not be had
 * @param contentDigest of what a reader sees of it; empty where it was refused
 * @param unsure the configuration that would say how to read it, where that could never be read; null for none
 * @param passing whether it could not be read for a reason that is not its own: what was known of it stays
 */
public record Reading(
        String path,
        FileStamp stamp,
        String digest,
        String contentDigest,
        Parsed<Article> article,
        @Nullable String unsure,
        boolean passing) {
    /** Hashes the content here, on the thread that read it. */
    public Reading(String path, FileStamp stamp, String digest, Parsed<Article> article) {
        this(path, stamp, digest, article, null);
    }

    /** The same of a file whose meaning may be another. */
    public Reading(String path, FileStamp stamp, String digest, Parsed<Article> article, @Nullable String unsure) {
        this(path, stamp, digest, contentDigest(article), article, unsure, false);
    }

    /** Of a file that cannot be read now; it is never taken for the same as it is now. */
    public static Reading passing(String path, String message) {
        Problem problem = new Problem(Location.of(path), Problem.Kind.UNREADABLE, message);
        return new Reading(path, FileStamp.UNKNOWN, "", "", new Parsed.Refused<>(List.of(problem)), null, true);
    }

    private static String contentDigest(Parsed<Article> article) {
        return article instanceof Parsed.Read<Article> read ? ContentDigest.of(read.value()) : "";
    }

    /** As it is stored; null where the file was refused. */
    @Nullable
    public String body() {
        return article instanceof Parsed.Read<Article> read
                ? read.value().body().stored()
                : null;
    }

    /** Characters of its body, near enough for its room in memory. */
    public long weight() {
        String body = body();
        return body == null ? 0 : body.length();
    }
}
