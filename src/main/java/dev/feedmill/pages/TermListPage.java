package dev.feedmill.pages;

import dev.feedmill.pages.part.Link;
import dev.feedmill.selection.ListPage;
import dev.feedmill.selection.Term;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list of a term's articles, with its own address.
 *
 * @param term the term
 * @param place query of the page, such as {@code older=…}; empty for the first
 * @param number which page it is
 * @param newer query of the page before; null for none
 * @param older query of the page after; null for none
 */
public record TermListPage(
        Term term,
        String place,
        ListPage slice,
        PageNumber number,
        @Nullable String newer,
        @Nullable String older) {
    boolean isFirst() {
        return place.isEmpty();
    }

    /** The path, percent-encoded, without a leading slash. */
    String path() {
        return at(place);
    }

    /** The articles of this page under a heading. */
    ArticleList articles(Head head, String heading) {
        return ArticleList.of(
                head,
                heading,
                slice.entries(),
                head.word(isFirst() ? "nothing.yet" : "nothing.older"),
                isUnnumbered() || !head.site().queries() ? "" : head.word("page.number", number.page(), number.pages()),
                link(head, newer, "newer"),
                link(head, older, "older"));
    }

    /** A page from which all articles are gone is none of those that are counted. */
    private boolean isUnnumbered() {
        return slice.entries().isEmpty() || (isFirst() && older == null);
    }

    private @Nullable Link link(Head head, @Nullable String query, String word) {
        return query == null || !head.site().queries() ? null : new Link(head.to(at(query)), head.word(word));
    }

    private String at(String query) {
        return term.page().with(query);
    }
}
