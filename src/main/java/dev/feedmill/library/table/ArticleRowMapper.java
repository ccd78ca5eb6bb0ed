package dev.feedmill.library.table;

import dev.feedmill.article.Article;
import dev.feedmill.article.Attachment;
import dev.feedmill.article.Attachments;
import dev.feedmill.article.Visibility;
import dev.feedmill.html.SafeHtml;
import dev.feedmill.library.sql.ColumnCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Maps result rows to articles. */
public final class ArticleRowMapper {
    /** Columns without the body. */
    public static final String HEAD =
            "a.number, a.article_key, a.path, a.entry_id, a.slug, a.file_digest, a.content_digest,"
                    + " a.edited, a.updated_floor, a.visible, a.once_public, a.removed_at, a.terms, a.title, a.summary, a.published,"
                    + " a.published_from, a.declared_updated, a.authors, a.categories, a.tags, a.image, a.link,"
                    + " a.declared_id, a.wished_slug, a.language, a.draft, a.aliases, a.attachments, a.linked, a.missing, a.recording, a.degree, a.expires, a.held_by, a.held_line";
    /** All columns. */
    public static final String ALL = HEAD + ", a.body";

    private ArticleRowMapper() {}

    /** Maps a result row with the columns of {@link #HEAD}, without the body. */
    public static ArticleRow head(ResultSet row) throws SQLException {
        return of(row, SafeHtml.EMPTY);
    }

    /** Maps a result row with the columns of {@link #ALL}. */
    public static ArticleRow all(ResultSet row) throws SQLException {
        return of(row, SafeHtml.stored(row.getString("body")));
    }

    private static ArticleRow of(ResultSet row, SafeHtml body) throws SQLException {
        Long declaredUpdated = number(row, "declared_updated");
        Article.Times times = new Article.Times(
                Instant.ofEpochSecond(row.getLong("published")),
                Article.DateOrigin.valueOf(row.getString("published_from")),
                declaredUpdated == null ? null : Instant.ofEpochSecond(declaredUpdated),
                null);
        Article article = new Article(
                new Article.Text(row.getString("title"), row.getString("summary"), body),
                times,
                new Article.Names(
                        ColumnCodec.texts(row.getString("authors")),
                        ColumnCodec.paths(row.getString("categories")),
                        ColumnCodec.texts(row.getString("tags"))),
                new Article.Addresses(
                        row.getString("link"),
                        row.getString("declared_id"),
                        row.getString("wished_slug"),
                        ColumnCodec.texts(row.getString("aliases"))),
                row.getString("language"),
                visibility(row),
                new Article.Media(
                        row.getString("image"), attachments(row), RecordingCodec.read(row.getString("recording"))));
        return new ArticleRow(
                new ArticleRow.Identity(
                        row.getLong("number"),
                        row.getString("article_key"),
                        row.getString("entry_id"),
                        row.getString("slug")),
                new ArticleRow.Source(
                        row.getString("path"), row.getString("file_digest"), row.getString("content_digest")),
                new ArticleRow.State(
                        number(row, "edited"),
                        number(row, "updated_floor"),
                        row.getInt("visible") != 0,
                        row.getInt("once_public") != 0,
                        number(row, "removed_at")),
                ColumnCodec.numbers(row.getString("terms")),
                article);
    }

    private static Attachments attachments(ResultSet row) throws SQLException {
        return new Attachments(
                ColumnCodec.texts(row.getString("attachments")).stream()
                        .map(Attachment::stored)
                        .toList(),
                ColumnCodec.texts(row.getString("linked")),
                ColumnCodec.texts(row.getString("missing")));
    }

    private static Visibility visibility(ResultSet row) throws SQLException {
        Long expires = number(row, "expires");
        String reason = row.getString("held_by");
        return new Visibility(
                row.getInt("draft") != 0
                        ? Visibility.Degree.NOWHERE
                        : Visibility.Degree.valueOf(row.getString("degree")),
                expires == null ? null : Instant.ofEpochSecond(expires),
                reason == null ? null : new Visibility.HeldBy(row.getInt("held_line"), reason));
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
