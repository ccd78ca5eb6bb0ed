package dev.feedmill.library.table;

import dev.feedmill.article.Article;
import dev.feedmill.article.ArticleId;
import dev.feedmill.article.Attachment;
import dev.feedmill.article.Attachments;
import dev.feedmill.article.Visibility;
import dev.feedmill.html.SafeHtml;
import dev.feedmill.library.sql.ColumnCodec;
import dev.feedmill.selection.Entry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code article}. Times are seconds since the epoch.
 *
 * @param key first path of the file; the source of the number and the id
 * @param path current path of the file
 * @param edited time of the last edit that clients could see, null if there was none
 * @param floor lower limit of the time of the last change, from before its dates were set back; null if they never
 *     were
 * @param oncePublic whether the article was ever in a public list
 * @param removedAt time of removal, for a tombstone
 * @param terms sorted numbers of all its terms
 */
public record ArticleRow(
        long number,
        String key,
        String path,
        String entryId,
        String slug,
        String fileDigest,
        String contentDigest,
        @Nullable Long edited,
        @Nullable Long floor,
        boolean visible,
        boolean oncePublic,
        @Nullable Long removedAt,
        List<Long> terms,
        Article article) {
    public static final String HEAD =
            "a.number, a.article_key, a.path, a.entry_id, a.slug, a.file_digest, a.content_digest,"
                    + " a.edited, a.updated_floor, a.visible, a.once_public, a.removed_at, a.terms, a.title, a.summary, a.published,"
                    + " a.published_from, a.declared_updated, a.authors, a.categories, a.tags, a.image, a.link,"
                    + " a.declared_id, a.wished_slug, a.language, a.draft, a.aliases, a.attachments, a.linked, a.missing, a.recording, a.degree, a.expires, a.held_by, a.held_line";
    public static final String ALL = HEAD + ", a.body";

    public long published() {
        return article.published().getEpochSecond();
    }

    public long updated() {
        Instant declared = article.updated();
        long base = declared != null ? declared.getEpochSecond() : edited != null ? edited : published();
        long updated = Math.max(base, published());
        return floor == null ? updated : Math.max(updated, floor);
    }

    /**
     * A copy whose last change is no earlier than the one that clients saw before, unless that was in the future
     * because of a wrong clock.
     *
     * @param now seconds since the epoch
     */
    public ArticleRow notBefore(ArticleRow before, long now) {
        long reported = Math.min(before.updated(), now);
        boolean back = before.oncePublic() && updated() < reported;
        return back ? Articles.changed(this, edited, reported, article) : this;
    }

    /**
     * A copy without future times, which a clock that was ahead left behind. An article with a date of its own is held
     * back until then, and keeps it.
     */
    public ArticleRow notAfter(long now) {
        boolean named = article.publishedFrom() != Article.DateOrigin.FILE_TIME;
        Article dated = named || published() <= now
                ? article
                : article.with(article.times().at(Instant.ofEpochSecond(now), article.publishedFrom()));
        return Articles.changed(this, earlier(edited, now), earlier(floor, now), dated);
    }

    private static @Nullable Long earlier(@Nullable Long time, long now) {
        return time == null ? null : Long.valueOf(Math.min(time, now));
    }

    public boolean removed() {
        return removedAt != null;
    }

    /** Whether the article should be public at a time, seconds since the epoch. */
    public boolean isDue(long now) {
        Instant expires = article.visibility().expires();
        return !article.draft() && published() <= now && (expires == null || expires.getEpochSecond() > now);
    }

    public boolean isInFeeds() {
        return visible && article.visibility().degree() == Visibility.Degree.EVERYWHERE;
    }

    /** Whether lists show an article of this visibility while it is public. */
    public static boolean isListed(Visibility visibility) {
        return visibility.degree().compareTo(Visibility.Degree.PAGE_ONLY) < 0;
    }

    /**
     * Numbers of the listings that contain it: its terms' own for an article in feeds, separate ones for an article
     * only on pages, none otherwise. A query of listings therefore cannot ignore an article's visibility.
     */
    public List<Long> listings() {
        if (!visible || !isListed(article.visibility())) {
            return List.of();
        }
        return article.visibility().degree() == Visibility.Degree.EVERYWHERE
                ? terms
                : terms.stream().map(ListingLine::besideFeedsOf).toList();
    }

    /** Whether feeds show the same: equal text, lead picture, dates, addresses and terms. */
    public boolean rendersSameAs(ArticleRow other) {
        return visible == other.visible
                && removed() == other.removed()
                && entryId.equals(other.entryId)
                && slug.equals(other.slug)
                && contentDigest.equals(other.contentDigest)
                && published() == other.published()
                && updated() == other.updated()
                && terms.equals(other.terms)
                && hasSamePicture(other)
                && article.visibility().degree() == other.article.visibility().degree();
    }

    /** Whether feeds show the same lead picture. */
    private boolean hasSamePicture(ArticleRow other) {
        Attachment picture = picture();
        Attachment otherPicture = other.picture();
        return picture == null ? otherPicture == null : otherPicture != null && picture.rendersSameAs(otherPicture);
    }

    private @Nullable Attachment picture() {
        String image = article.image();
        return image == null ? null : article.attachments().at(image).orElse(null);
    }

    public Entry entry() {
        return new Entry(
                number, new ArticleId(entryId), slug, article.published(), Instant.ofEpochSecond(updated()), article);
    }

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
        Article article = new Article(
                row.getString("title"),
                body,
                row.getString("summary"),
                new Article.Times(
                        Instant.ofEpochSecond(row.getLong("published")),
                        Article.DateOrigin.valueOf(row.getString("published_from")),
                        declaredUpdated == null ? null : Instant.ofEpochSecond(declaredUpdated),
                        null),
                ColumnCodec.texts(row.getString("authors")),
                ColumnCodec.paths(row.getString("categories")),
                ColumnCodec.texts(row.getString("tags")),
                row.getString("image"),
                row.getString("link"),
                row.getString("declared_id"),
                row.getString("wished_slug"),
                row.getString("language"),
                visibility(row),
                ColumnCodec.texts(row.getString("aliases")),
                new Attachments(
                        ColumnCodec.texts(row.getString("attachments")).stream()
                                .map(Attachment::stored)
                                .toList(),
                        ColumnCodec.texts(row.getString("linked")),
                        ColumnCodec.texts(row.getString("missing"))),
                PackedRecording.read(row.getString("recording")));
        return new ArticleRow(
                row.getLong("number"),
                row.getString("article_key"),
                row.getString("path"),
                row.getString("entry_id"),
                row.getString("slug"),
                row.getString("file_digest"),
                row.getString("content_digest"),
                number(row, "edited"),
                number(row, "updated_floor"),
                row.getInt("visible") != 0,
                row.getInt("once_public") != 0,
                number(row, "removed_at"),
                ColumnCodec.numbers(row.getString("terms")),
                article);
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
