package dev.feedmill.library.table;

import dev.feedmill.article.Article;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates modified copies of articles' rows. */
public final class Articles {
    private Articles() {}

    public static ArticleRow with(ArticleRow r, Article article) {
        return changed(r, r.edited(), r.floor(), article);
    }

    public static ArticleRow at(ArticleRow r, String path, String fileDigest) {
        return copy(
                r,
                path,
                fileDigest,
                r.edited(),
                r.floor(),
                r.visible(),
                r.oncePublic(),
                r.removedAt(),
                r.terms(),
                r.article());
    }

    public static ArticleRow state(
            ArticleRow r, Article article, boolean visible, @Nullable Long removedAt, List<Long> terms) {
        boolean oncePublic = r.oncePublic() || (visible && ArticleRow.isListed(article.visibility()));
        return copy(r, r.path(), r.fileDigest(), r.edited(), r.floor(), visible, oncePublic, removedAt, terms, article);
    }

    /** A copy with another article, and other times that determine its last change. */
    static ArticleRow changed(ArticleRow r, @Nullable Long edited, @Nullable Long floor, Article article) {
        return copy(
                r,
                r.path(),
                r.fileDigest(),
                edited,
                floor,
                r.visible(),
                r.oncePublic(),
                r.removedAt(),
                r.terms(),
                article);
    }

    private static ArticleRow copy(
            ArticleRow r,
            String path,
            String fileDigest,
            @Nullable Long edited,
            @Nullable Long floor,
            boolean visible,
            boolean oncePublic,
            @Nullable Long removedAt,
            List<Long> terms,
            Article article) {
        return new ArticleRow(
                r.number(),
                r.key(),
                path,
                r.entryId(),
                r.slug(),
                fileDigest,
                r.contentDigest(),
                edited,
                floor,
                visible,
                oncePublic,
                removedAt,
                terms,
                article);
    }
}
