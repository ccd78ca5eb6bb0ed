package dev.feedmill.article;

import dev.feedmill.html.Here;
import java.time.Instant;

/**
 * An article with what the library gave it, as feeds list it.
 *
 * @param number the library's own, which sorts those of one time
 * @param slug its path segment below {@code articles/}, not percent-encoded, unique and never changed
 * @param published whole seconds; what the library recorded first where the file names no date
 * @param updated whole seconds, never before {@code published}: as declared, else the time of the last edit seen
 */
public record Entry(long number, ArticleId id, String slug, Instant published, Instant updated, Article article) {
    /** Where a list in this order goes on behind it. */
    public Cursor place(Selection.Order order) {
        return new Cursor(order == Selection.Order.UPDATED ? updated : published, number);
    }

    /** Where a reader goes: the article's own link, else its page here. */
    public String link(Here here) {
        String own = article.link();
        return own != null ? here.resolve(own) : here.url(pagePath());
    }

    /** Path of its page here, percent-encoded, without a slash at its start. */
    public String pagePath() {
        return "articles/" + Segments.encode(slug);
    }
}
