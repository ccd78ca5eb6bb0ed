package dev.feedmill.library.table;

import dev.feedmill.article.Article;
import dev.feedmill.article.ArticleId;
import dev.feedmill.article.Attachment;
import dev.feedmill.article.Visibility;
import dev.feedmill.selection.Entry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code article}. Times are seconds since the epoch.
 *
 * @param terms sorted numbers of all its terms
 */
public record ArticleRow(Identity identity, Source source, State state, List<Long> terms, Article article) {
    /** The order of all lists by date, backwards. */
    public static final Comparator<ArticleRow> OLDEST_FIRST =
            Comparator.comparingLong(ArticleRow::published).thenComparingLong(ArticleRow::number);

    /**
     * What stays the same as long as the article exists.
     *
     * @param key first path of the file; the source of the number and the id
     */
    public record Identity(long number, String key, String entryId, String slug) {}

    /**
     * The file that it was read from.
     *
     * @param path current path of the file
     */
    public record Source(String path, String fileDigest, String contentDigest) {}

    /**
     * What clients saw of it.
     *
     * @param edited time of the last edit that clients could see, null if there was none
     * @param floor lower limit of the time of the last change, from before its dates were set back; null if they never
     *     were
     * @param oncePublic whether the article was ever in a public list
     * @param removedAt time of removal, for a tombstone
     */
    public record State(
            @Nullable Long edited,
            @Nullable Long floor,
            boolean visible,
            boolean oncePublic,
            @Nullable Long removedAt) {}

    public long number() {
        return identity.number();
    }

    public String key() {
        return identity.key();
    }

    public String entryId() {
        return identity.entryId();
    }

    public String slug() {
        return identity.slug();
    }

    public String path() {
        return source.path();
    }

    public String fileDigest() {
        return source.fileDigest();
    }

    public String contentDigest() {
        return source.contentDigest();
    }

    public @Nullable Long edited() {
        return state.edited();
    }

    public @Nullable Long floor() {
        return state.floor();
    }

    public boolean visible() {
        return state.visible();
    }

    public boolean oncePublic() {
        return state.oncePublic();
    }

    public @Nullable Long removedAt() {
        return state.removedAt();
    }

    /** A copy with another article. */
    public ArticleRow with(Article other) {
        return new ArticleRow(identity, source, state, terms, other);
    }

    /** A copy that was read from another file. */
    public ArticleRow at(String path, String fileDigest) {
        return new ArticleRow(identity, new Source(path, fileDigest, contentDigest()), state, terms, article);
    }

    /** A copy that clients see, or see no longer. */
    public ArticleRow shown(boolean visible) {
        return shown(visible, null, terms);
    }

    /** A copy that was removed, without terms. */
    public ArticleRow removedAt(long now) {
        return shown(false, now, List.of());
    }

    private ArticleRow shown(boolean visible, @Nullable Long removedAt, List<Long> otherTerms) {
        boolean oncePublic = oncePublic() || (visible && isListed(article.visibility()));
        State other = new State(edited(), floor(), visible, oncePublic, removedAt);
        return new ArticleRow(identity, source, other, otherTerms, article);
    }

    /** A copy with other times that determine its last change. */
    private ArticleRow changed(@Nullable Long edited, @Nullable Long floor, Article dated) {
        State other = new State(edited, floor, visible(), oncePublic(), removedAt());
        return new ArticleRow(identity, source, other, terms, dated);
    }

    public long published() {
        return article.published().getEpochSecond();
    }

    public long updated() {
        Instant declared = article.updated();
        Long edited = edited();
        long base = declared != null ? declared.getEpochSecond() : edited != null ? edited : published();
        Long floor = floor();
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
        return back ? changed(edited(), reported, article) : this;
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
        return changed(earlier(edited(), now), earlier(floor(), now), dated);
    }

    private static @Nullable Long earlier(@Nullable Long time, long now) {
        return time == null ? null : Long.valueOf(Math.min(time, now));
    }

    public boolean removed() {
        return removedAt() != null;
    }

    /** Whether the article should be public at a time, seconds since the epoch. */
    public boolean isDue(long now) {
        Instant expires = article.visibility().expires();
        return !article.draft() && published() <= now && (expires == null || expires.getEpochSecond() > now);
    }

    public boolean isInFeeds() {
        return visible() && article.visibility().degree() == Visibility.Degree.EVERYWHERE;
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
        if (!visible() || !isListed(article.visibility())) {
            return List.of();
        }
        return article.visibility().degree() == Visibility.Degree.EVERYWHERE
                ? terms
                : terms.stream().map(ListingLine::besideFeedsOf).toList();
    }

    /** Whether feeds show the same: equal text, lead picture, dates, addresses and terms. */
    public boolean rendersSameAs(ArticleRow other) {
        return visible() == other.visible()
                && removed() == other.removed()
                && entryId().equals(other.entryId())
                && slug().equals(other.slug())
                && contentDigest().equals(other.contentDigest())
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
                number(),
                new ArticleId(entryId()),
                slug(),
                article.published(),
                Instant.ofEpochSecond(updated()),
                article);
    }
}
