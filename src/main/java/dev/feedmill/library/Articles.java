package dev.feedmill.library;

import dev.feedmill.article.Article;
import dev.feedmill.html.SafeHtml;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Copies of articles and their lines with a few parts changed. */
final class Articles {
    private Articles() {}

    static Article with(Article a, SafeHtml body, Instant published, boolean draft) {
        Instant updated = a.updated();
        return new Article(
                a.title(),
                body,
                a.summary(),
                published,
                a.publishedFrom(),
                updated != null && updated.isBefore(published) ? null : updated,
                a.authors(),
                a.categories(),
                a.tags(),
                a.image(),
                a.link(),
                a.declaredId(),
                a.slug(),
                a.language(),
                draft);
    }

    static ArticleRow with(ArticleRow r, Article article) {
        return new ArticleRow(
                r.number(),
                r.key(),
                r.path(),
                r.entryId(),
                r.slug(),
                r.fileDigest(),
                r.contentDigest(),
                r.edited(),
                r.floor(),
                r.visible(),
                r.oncePublic(),
                r.removedAt(),
                r.terms(),
                article);
    }

    static ArticleRow at(ArticleRow r, String path, String fileDigest) {
        return new ArticleRow(
                r.number(),
                r.key(),
                path,
                r.entryId(),
                r.slug(),
                fileDigest,
                r.contentDigest(),
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
        return new ArticleRow(
                r.number(),
                r.key(),
                r.path(),
                r.entryId(),
                r.slug(),
                r.fileDigest(),
                r.contentDigest(),
                r.edited(),
                r.floor(),
                visible,
                visible || r.oncePublic(),
                removedAt,
                terms,
                article);
    }

    /** With other times of its last change. */
    static ArticleRow changed(ArticleRow r, @Nullable Long edited, @Nullable Long floor, Article article) {
        return new ArticleRow(
                r.number(),
                r.key(),
                r.path(),
                r.entryId(),
                r.slug(),
                r.fileDigest(),
                r.contentDigest(),
                edited,
                floor,
                r.visible(),
                r.oncePublic(),
                r.removedAt(),
                r.terms(),
                article);
    }
}
