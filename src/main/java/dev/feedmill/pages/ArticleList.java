package dev.feedmill.pages;

import dev.feedmill.pages.part.Link;
import dev.feedmill.selection.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of articles, or a page of it.
 *
 * @param nothing message for an empty list
 * @param number which page it is, in words; empty for the only one
 * @param newer link to the page before; null for none
 * @param older link to the page after; null for none
 */
public record ArticleList(
        String heading,
        List<ArticleItem> items,
        String nothing,
        String number,
        @Nullable Link newer,
        @Nullable Link older) {
    static ArticleList of(
            Head head,
            String heading,
            List<Entry> entries,
            String nothing,
            String number,
            @Nullable Link newer,
            @Nullable Link older) {
        return new ArticleList(
                heading,
                entries.stream().map(entry -> ArticleItem.of(head, entry)).toList(),
                nothing,
                number,
                newer,
                older);
    }
}
