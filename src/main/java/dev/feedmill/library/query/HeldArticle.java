package dev.feedmill.library.query;

import dev.feedmill.article.Article;
import dev.feedmill.article.Visibility;
import dev.feedmill.article.Visibility.HeldBy;
import dev.feedmill.library.table.ArticleRow;
import dev.feedmill.library.table.ArticleRowMapper;
import dev.feedmill.problem.Location;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/**
 * An article that is held back.
 *
 * @param at the line that causes it, or the whole file
 * @param message to what extent it is held back, and by what
 */
public record HeldArticle(Location at, Extent extent, String message) {
    /** To what extent an article is held back now. */
    public enum Extent {
        EXCLUDED("left out"),
        NOWHERE("held back"),
        NOT_YET("not yet out"),
        NO_LONGER("no longer out"),
        PAGE_ONLY("on its page only"),
        NOT_IN_FEEDS("in no feed");

        private final String words;

        Extent(String words) {
            this.words = words;
        }

        /** The extent in words, for messages. */
        public String words() {
            return words;
        }

        /** The name for programs: lower case, words joined by hyphens. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** All held back articles whose files were read, by path. */
    public static List<HeldArticle> all(Handle handle, Instant now) {
        return handle.createQuery(
                        "SELECT " + ArticleRowMapper.HEAD + " FROM file f JOIN article a ON a.number = f.article"
                                + " WHERE f.outcome = 'HIDDEN' AND a.path = f.path ORDER BY f.path")
                .map((row, context) -> of(ArticleRowMapper.head(row), now))
                .list();
    }

    /** A file that a configuration excludes from the articles. */
    public static HeldArticle excluded(String path, String by) {
        return new HeldArticle(Location.of(path), Extent.EXCLUDED, Extent.EXCLUDED.words() + " by " + by);
    }

    private static HeldArticle of(ArticleRow row, Instant now) {
        Article article = row.article();
        Visibility visibility = article.visibility();
        HeldBy by = visibility.heldBy();
        Extent extent = extent(article, now);
        String time = switch (extent) {
            case NOT_YET -> " until " + article.published();
            case NO_LONGER -> " since " + visibility.expires();
            default -> "";
        };
        return new HeldArticle(
                new Location(row.path(), by == null ? 0 : by.line()),
                extent,
                extent.words() + time + (by == null ? "" : " by " + by.reason()));
    }

    private static Extent extent(Article article, Instant now) {
        Instant expires = article.visibility().expires();
        if (article.draft()) {
            return Extent.NOWHERE;
        }
        if (expires != null && !expires.isAfter(now)) {
            return Extent.NO_LONGER;
        }
        if (article.published().isAfter(now)) {
            return Extent.NOT_YET;
        }
        return article.visibility().degree() == Visibility.Degree.PAGE_ONLY ? Extent.PAGE_ONLY : Extent.NOT_IN_FEEDS;
    }
}
