package dev.feedmill.selection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a term's articles, for people who leaf through them; entries come without their bodies.
 *
 * @param entries newest first
 * @param newer the place before the first of them, null at the newest
 * @param older the place behind the last of them, null at the oldest
 */
public record ListPage(
        List<Entry> entries,
        @Nullable Cursor newer,
        @Nullable Cursor older) {
    public ListPage {
        entries = List.copyOf(entries);
    }
}
