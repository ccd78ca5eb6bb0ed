package dev.feedmill.selection;

import dev.feedmill.address.Address;
import dev.feedmill.address.PathSegments;
import dev.feedmill.article.Article;
import dev.feedmill.article.ArticleId;
import dev.feedmill.web.ServerUrl;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An article with the data that the library assigns to it, as feeds list it.
 *
 * @param number number in the library, which sorts articles of the same time
 * @param slug name in its address, not percent-encoded, unique and never changed
 * @param published whole seconds; if the file has no date, the one that the library recorded first
 * @param updated whole seconds, never before {@code published}: as declared, otherwise the time of the last observed
 *     edit
 * @param pages paths of the pages of its categories and tags, where they differ from the usual ones
 */
public record Entry(
        long number,
        ArticleId id,
        String slug,
        Instant published,
        Instant updated,
        Article article,
        Map<Named, String> pages) {
    public Entry {
        pages = Map.copyOf(pages);
    }

    /** An entry whose categories and tags all have their usual pages. */
    public Entry(long number, ArticleId id, String slug, Instant published, Instant updated, Article article) {
        this(number, id, slug, published, updated, article, Map.of());
    }

    /**
     * A category or tag by the article's name for it.
     *
     * @param names names, outermost first
     */
    public record Named(Term.Kind kind, List<String> names) {
        public Named {
            names = List.copyOf(names);
        }

        /** The usual path of the page, derived from the names; percent-encoded, without a leading slash. */
        public String usualPage() {
            return kind.channel(PathSegments.ofNames(names)).page().path();
        }
    }

    /** A copy with paths of pages. */
    public Entry with(Map<Named, String> found) {
        return found.isEmpty() ? this : new Entry(number, id, slug, published, updated, article, found);
    }

    /** The path of the page of a category of the article, of a parent of one, or of a tag. */
    public String pagePath(Named name) {
        String page = pages.get(name);
        return page == null ? name.usualPage() : page;
    }

    /** Whether the time of publication is known. */
    public boolean isDated() {
        return article.publishedFrom() != Article.DateOrigin.NONE;
    }

    /** Whether the time of the last change is known. */
    public boolean isChangeDated() {
        return isDated() || updated.isAfter(Article.Times.UNKNOWN);
    }

    /** The cursor after this entry in a list of this order. */
    public Cursor place(Selection.Order order) {
        return new Cursor(order == Selection.Order.UPDATED ? updated : published, number);
    }

    /** The URL for readers: the article's own link, otherwise its page here. */
    public String link(ServerUrl server) {
        String own = article.link();
        return own != null ? server.resolve(own) : page().at(server);
    }

    /** The address of the list of its chapters. */
    public Address chapters() {
        return new Address.Chapters(slug);
    }

    /** The address of its page. */
    public Address page() {
        return new Address.Article(slug);
    }
}
