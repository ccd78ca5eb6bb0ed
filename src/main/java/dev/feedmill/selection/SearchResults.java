package dev.feedmill.selection;

import java.util.List;

/**
 * Some of the articles that say something, those first that say it best.
 *
 * @param more whether others follow
 */
public record SearchResults(List<Entry> entries, boolean more) {
    public SearchResults {
        entries = List.copyOf(entries);
    }
}
