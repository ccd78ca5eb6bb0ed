package dev.feedmill.selection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a term's list for HTML pages; entries have no bodies.
 *
 * @param entries newest first
 * @param before number of newer entries; 0 if it has no entries
 * @param newer cursor before the first entry; null at the newest
 * @param older cursor after the last entry; null at the oldest
 */
public record ListPage(
        List<Entry> entries,
        long before,
        @Nullable Cursor newer,
        @Nullable Cursor older) {
    public ListPage {
        entries = List.copyOf(entries);
    }
}
