package dev.feedmill.pages.part;

import dev.feedmill.search.TextQuery;
import dev.feedmill.selection.Entry;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A search and its results.
 *
 * @param says description of the conditions; empty for everything
 * @param query query of the feed with the same articles, without a question mark
 * @param text text to mark in results; null for none
 * @param order null if there is no choice, and the newest come first
 * @param count number of all results
 * @param next query of the next page; null for none
 */
public record Search(
        Form form,
        String says,
        String query,
        @Nullable TextQuery text,
        @Nullable Order order,
        List<Entry> entries,
        Count count,
        @Nullable String next) {
    public Search {
        entries = List.copyOf(entries);
    }

    /**
     * The input of the search form.
     *
     * @param typed words to search for; empty for none
     * @param others other conditions, as names and values of form fields
     */
    public record Form(String typed, List<Map.Entry<String, String>> others) {
        public Form {
            others = List.copyOf(others);
        }
    }

    /**
     * The order of the results where there is a choice.
     *
     * @param isBest whether the best matches come first, rather than the newest
     * @param other query for the other order
     */
    public record Order(boolean isBest, String other) {}
}
