package dev.feedmill.library.query;

import dev.feedmill.library.change.EntryChange;
import dev.feedmill.selection.Entry;
import java.util.Set;

/**
 * An entry of a change, as it is now.
 *
 * @param kind what the change did to it
 * @param isInFeeds whether feeds have it now, after later changes
 * @param terms numbers of the terms that have it, or had it before it was removed
 */
public record ChangedEntry(Entry entry, EntryChange.Kind kind, boolean isInFeeds, Set<Long> terms) {
    public ChangedEntry {
        terms = Set.copyOf(terms);
    }
}
