package dev.feedmill.selection;

import dev.feedmill.article.Article;
import dev.feedmill.article.ArticleId;
import dev.feedmill.article.PathSegments;
import dev.feedmill.web.ServerUrl;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An article with what the library gave it, as feeds list it.
 *
 * @param number the library's own, which sorts those of one time
 * @param slug its path segment below {@code articles/}, not percent-encoded, unique and never changed
 * @param published whole seconds; what the library recorded first where the file names no date
 * @param updated whole seconds, never before {@code published}: as declared, else the time of the last edit seen
 * @param pages paths of the pages of its categories and tags, where those are not what their names come to
 */
public record Entry(
        long number,
        ArticleId id,
        String slug,
        Instant published,
        Instant updated,
        Article article,
        Map<Named, String> pages) {
    /** Last segment of the path of the list of its chapters. */
    public static final String CHAPTERS = "chapters.json";

    public Entry {
        pages = Map.copyOf(pages);
    }

    /** Where all pages are what names come to. */
    public Entry(long number, ArticleId id, String slug, Instant published, Instant updated, Article article) {
        this(number, id, slug, published, updated, article, Map.of());
    }

    /**
     * A category or tag as the article names it.
     *
     * @param names outermost first
     */
    public record Named(Term.Kind kind, List<String> names) {
        public Named {
            names = List.copyOf(names);
        }

        /** Path of the page that the names come to, percent-encoded, without a slash at its start. */
        public String usualPage() {
            return kind.folder() + "/" + PathSegments.encode(PathSegments.ofNames(names));
        }
    }

    /** The same with pages. */
    public Entry with(Map<Named, String> found) {
        return found.isEmpty() ? this : new Entry(number, id, slug, published, updated, article, found);
    }

    /** Path of the page of one of its categories, those above them, or tags. */
    public String pagePath(Named name) {
        String page = pages.get(name);
        return page == null ? name.usualPage() : page;
    }

    /** Whether anything says when it was published. */
    public boolean isDated() {
        return article.publishedFrom() != Article.DateOrigin.NONE;
    }

    /** Whether anything says when it was last changed. */
    public boolean isChangeDated() {
        return isDated() || updated.isAfter(Article.Times.UNKNOWN);
    }

    /** Where a list in this order goes on behind it. */
    public Cursor place(Selection.Order order) {
        return new Cursor(order == Selection.Order.UPDATED ? updated : published, number);
    }

    /** Where a reader goes: the article's own link, else its page here. */
    public String link(ServerUrl here) {
        String own = article.link();
        return own != null ? here.resolve(own) : here.url(pagePath());
    }

    /** Path of the list of its chapters, in the same way as {@link #pagePath()}. */
    public String chaptersPath() {
        return pagePath() + "/" + CHAPTERS;
    }

    /** Path of its page here, percent-encoded, without a slash at its start. */
    public String pagePath() {
        return "articles/" + PathSegments.encode(slug);
    }
}
