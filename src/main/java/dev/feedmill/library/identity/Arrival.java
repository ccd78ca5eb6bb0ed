package dev.feedmill.library.identity;

import dev.feedmill.article.Article;
import dev.feedmill.article.ArticleId;
import dev.feedmill.problem.Parsed;
import org.jspecify.annotations.Nullable;

/**
 * What tells whose article a file that came or changed may be, without its text.
 *
 * @param digest of its bytes; empty where they could not be had
 * @param entryId the id that it declares, as feeds give it
 * @param title null where the file was refused
 * @param published seconds since the epoch; null where only the file's own time says it
 */
public record Arrival(
        String path,
        String digest,
        @Nullable String entryId,
        @Nullable String title,
        @Nullable Long published) {
    public static Arrival of(Reading reading) {
        if (!(reading.article() instanceof Parsed.Read<Article> read)) {
            return new Arrival(reading.path(), reading.digest(), null, null, null);
        }
        Article article = read.value();
        String declared = article.declaredId();
        return new Arrival(
                reading.path(),
                reading.digest(),
                declared == null ? null : ArticleId.declared(declared).uri(),
                article.title(),
                article.publishedFrom() == Article.DateOrigin.FILE_TIME
                        ? null
                        : article.published().getEpochSecond());
    }

    boolean refused() {
        return title == null;
    }

    /** Whether the bytes are known to be those of this digest. */
    boolean hasBytes(String other) {
        return !digest.isEmpty() && digest.equals(other);
    }
}
