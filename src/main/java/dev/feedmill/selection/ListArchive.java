package dev.feedmill.selection;

import java.util.List;

/**
 * A page of the archive of a term's list; entries have no bodies.
 *
 * @param entries newest first, at least one
 * @param number counted from 1 at the oldest
 * @param older number of the page with the next older article; 0 if there is none
 * @param newer number of the page with the next newer article; 0 if there is none
 */
public record ListArchive(List<Entry> entries, int number, int older, int newer) {
    public ListArchive {
        entries = List.copyOf(entries);
    }
}
