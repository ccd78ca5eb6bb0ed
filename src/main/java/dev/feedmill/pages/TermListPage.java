package dev.feedmill.pages;

import dev.feedmill.pages.part.Link;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.Term;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list of a term's articles. Its paths are percent-encoded, without a leading slash, and may have a query.
 *
 * @param term the term
 * @param path its own path
 * @param isFirst whether it has the newest articles
 * @param number which page it is; null if it is not counted
 * @param newer path of the page before; null for none
 * @param older path of the page after; null for none
 */
public record TermListPage(
        Term term,
        String path,
        boolean isFirst,
        List<Entry> entries,
        @Nullable PageNumber number,
        @Nullable String newer,
        @Nullable String older) {
    public TermListPage {
        entries = List.copyOf(entries);
    }

    /** The articles of this page under a heading. */
    ArticleList articles(Head head, String heading) {
        return ArticleList.of(
                head,
                heading,
                entries,
                head.word(isFirst ? "nothing.yet" : "nothing.older"),
                number == null || isUnnumbered() ? "" : head.word("page.number", number.page(), number.pages()),
                link(head, newer, "newer"),
                link(head, older, "older"));
    }

    /** A page from which all articles are gone is none of those that are counted. */
    private boolean isUnnumbered() {
        return entries.isEmpty() || (isFirst && older == null);
    }

    private static @Nullable Link link(Head head, @Nullable String path, String word) {
        return path == null ? null : new Link(head.to(path), head.word(word));
    }
}
