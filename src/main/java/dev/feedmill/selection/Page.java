package dev.feedmill.selection;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a {@link Selection}.
 *
 * @param entries newest first
 * @param updated time of the last change of the selection, whole seconds; never decreases, not even after a deletion;
 *     the epoch if the selection was always empty
 * @param next cursor of the next page; null on the last page
 */
public record Page(
        List<Entry> entries, Instant updated, @Nullable Cursor next) {
    public Page {
        entries = List.copyOf(entries);
    }
}
