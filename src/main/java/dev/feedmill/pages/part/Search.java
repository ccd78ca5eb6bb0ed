package dev.feedmill.pages.part;

import dev.feedmill.search.TextQuery;
import dev.feedmill.selection.Entry;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A search and its results.
 *
 * @param typed words to search for; empty for none
 * @param others other conditions, as names and values of form fields
 * @param says description of the conditions; empty for everything
 * @param query query of the feed with the same articles, without a question mark
 * @param text text to mark in results; null for none
 * @param best whether the best matches come first, rather than the newest; null if there is no choice
 * @param otherOrder query for the other order
 * @param next query of the next page; null for none
 */
public record Search(
        String typed,
        List<Map.Entry<String, String>> others,
        String says,
        String query,
        @Nullable TextQuery text,
        @Nullable Boolean best,
        String otherOrder,
        List<Entry> entries,
        @Nullable String next) {
    public Search {
        others = List.copyOf(others);
        entries = List.copyOf(entries);
    }
}
