package dev.feedmill.selection;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link Selection}.
 *
 * @param entries newest first
 * @param updated when the selection last changed, whole seconds; never goes back, also after a deletion; the epoch where
 *     there never was anything
 * @param next where the next page begins, null at the end
 */
public record Page(
        List<Entry> entries, Instant updated, @Nullable Cursor next) {
    public Page {
        entries = List.copyOf(entries);
    }
}
