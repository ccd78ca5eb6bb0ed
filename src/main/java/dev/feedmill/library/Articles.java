package dev.feedmill.library;

import dev.feedmill.article.Article;
import dev.feedmill.article.Article.Times;
import dev.feedmill.article.Visibility;
import dev.feedmill.html.SafeHtml;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Copies of articles and their lines with a few parts changed. */
final class Articles {
    private Articles() {}

    static Article with(Article a, SafeHtml body) {
        return copy(a, body, a.times(), a.visibility());
    }

    static Article with(Article a, Times times) {
        return copy(a, a.body(), times, a.visibility());
    }

    static Article with(Article a, Visibility visibility) {
        return copy(a, a.body(), a.times(), visibility);
    }

    private static Article copy(Article a, SafeHtml body, Times times, Visibility visibility) {
        return new Article(
                a.title(),
                body,
                a.summary(),
                times,
                a.authors(),
                a.categories(),
                a.tags(),
                a.image(),
                a.link(),
                a.declaredId(),
                a.slug(),
                a.language(),
                visibility,
                a.aliases());
    }

    static ArticleRow with(ArticleRow r, Article article) {
        return changed(r, r.edited(), r.floor(), article);
    }

    static ArticleRow at(ArticleRow r, String path, String fileDigest) {
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

    static ArticleRow state(
            ArticleRow r, Article article, boolean visible, @Nullable Long removedAt, List<Long> terms) {
        boolean oncePublic = r.oncePublic() || (visible && ArticleRow.isListed(article.visibility()));
        return copy(r, r.path(), r.fileDigest(), r.edited(), r.floor(), visible, oncePublic, removedAt, terms, article);
    }

    /** With other times of its last change. */
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
