package dev.feedmill.library.table;

import dev.feedmill.article.ArticleId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What tells whose file an article may be: the parts of its line in {@code article} that are not its text.
 *
 * @param key the path when first seen, with a number where another article had it before
 * @param path where its file is, or last was
 * @param declaredId the id that its author wrote, as feeds give it
 * @param digest of the bytes that it was last read from
 * @param removedAt seconds since the epoch; null while it has a file
 */
public record Holding(
        long number,
        String key,
        String path,
        String entryId,
        @Nullable String declaredId,
        String digest,
        @Nullable Long removedAt) {
    static final String COLUMNS =
            "a.number, a.article_key, a.path, a.entry_id, a.declared_id, a.file_digest, a.removed_at";

    static Holding of(ResultSet row) throws SQLException {
        long time = row.getLong(7);
        Long removedAt = row.wasNull() ? null : time;
        String declared = row.getString(5);
        return new Holding(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                declared == null ? null : ArticleId.declared(declared).uri(),
                row.getString(6),
                removedAt);
    }

    /** Of articles that are left: the one of this path first, then one of this first path, then the one that went last. */
    public static Comparator<Holding> nearestTo(String path) {
        return Comparator.comparing((Holding holding) -> !holding.path().equals(path))
                .thenComparing(holding -> !holding.beganAt(path))
                .thenComparing(Comparator.comparingLong(Holding::removedSince).reversed())
                .thenComparing(Holding::number);
    }

    /** Whether it was first seen at this path. */
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
