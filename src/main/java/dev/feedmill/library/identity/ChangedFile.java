package dev.feedmill.library.identity;

import dev.feedmill.article.Article;
import dev.feedmill.article.ArticleId;
import dev.feedmill.problem.Parsed;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a new or changed file that identify its article, without its text.
 *
 * @param digest of its bytes; empty if they could not be read
 * @param entryId the id that it declares, in the form that feeds show
 * @param title null if the file was refused
 * @param published seconds since the epoch; null if it is known only from the file's time
 */
public record ChangedFile(
        String path,
        String digest,
        @Nullable String entryId,
        @Nullable String title,
        @Nullable Long published) {
    public static ChangedFile of(FileReading reading) {
        if (!(reading.article() instanceof Parsed.Read<Article> read)) {
            return new ChangedFile(reading.path(), reading.digest(), null, null, null);
        }
        Article article = read.value();
        String declared = article.declaredId();
        return new ChangedFile(
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

    /** Whether the bytes are known and have this digest. */
    boolean hasBytes(String other) {
        return !digest.isEmpty() && digest.equals(other);
    }
}
