package dev.feedmill.library.table;

import dev.feedmill.article.ArticleId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The columns of an article that identify its file, without its text.
 *
 * @param key path when first seen, with a number if another article had it before
 * @param path current or last path of its file
 * @param declaredId the id that its author wrote, in the form that feeds show
 * @param digest of the bytes that were last read
 * @param removedAt seconds since the epoch; null while it has a file
 */
public record KnownArticle(
        long number,
        String key,
        String path,
        String entryId,
        @Nullable String declaredId,
        String digest,
        @Nullable Long removedAt) {
    static final String COLUMNS =
            "a.number, a.article_key, a.path, a.entry_id, a.declared_id, a.file_digest, a.removed_at";

    static KnownArticle of(ResultSet row) throws SQLException {
        long time = row.getLong(7);
        Long removedAt = row.wasNull() ? null : time;
        String declared = row.getString(5);
        return new KnownArticle(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                declared == null ? null : ArticleId.declared(declared).uri(),
                row.getString(6),
                removedAt);
    }

    /**
     * Order of articles without a file: first the one last at this path, then the one first at it, then the one that
     * was removed last.
     */
    public static Comparator<KnownArticle> nearestTo(String path) {
        return Comparator.comparing((KnownArticle article) -> !article.path().equals(path))
                .thenComparing(article -> !article.beganAt(path))
                .thenComparing(
                        Comparator.comparingLong(KnownArticle::removedSince).reversed())
                .thenComparing(KnownArticle::number);
    }

    /** Whether the article was first seen at this path. */
    public boolean beganAt(String first) {
        return key.startsWith(first) && key.substring(first.length()).matches("(#[0-9]+)?");
    }

    public boolean removed() {
        return removedAt != null;
    }

    private long removedSince() {
        return removedAt == null ? Long.MAX_VALUE : removedAt;
    }
}
