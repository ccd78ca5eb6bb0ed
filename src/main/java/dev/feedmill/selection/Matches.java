package dev.feedmill.selection;

import java.util.List;

/**
 * Some of the articles that say something, those first that say it best.
 *
 * @param more whether others follow
 */
public record Matches(List<Entry> entries, boolean more) {
    public Matches {
        entries = List.copyOf(entries);
    }
}
