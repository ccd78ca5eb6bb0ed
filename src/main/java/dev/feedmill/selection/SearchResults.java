package dev.feedmill.selection;

import java.util.List;

/**
 * A page of search results, best matches first.
 *
 * @param more whether there are further results
 */
public record SearchResults(List<Entry> entries, boolean more) {
    public SearchResults {
        entries = List.copyOf(entries);
    }
}
