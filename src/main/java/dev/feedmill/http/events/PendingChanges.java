package dev.feedmill.http.events;

import dev.feedmill.library.change.Change;
import dev.feedmill.library.query.ChangedEntry;
import dev.feedmill.selection.Term;
import java.util.List;
import java.util.Set;

/**
 * Changes that clients have not heard of.
 *
 * @param changes oldest first
 * @param entries those of each change
 */
record PendingChanges(List<Change> changes, List<List<ChangedEntry>> entries) {
    static final PendingChanges NONE = new PendingChanges(List.of(), List.of());

    PendingChanges {
        changes = List.copyOf(changes);
        entries = List.copyOf(entries);
    }

    /** Everything up to a change may have changed. */
    static PendingChanges unknown(long number) {
        return new PendingChanges(
                List.of(new Change(number, Set.of(Term.EVERYTHING.number()), true)), List.of(List.of()));
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    boolean isUnknown() {
        return changes.stream().anyMatch(Change::unknown);
    }

    /** The number of the last one. */
    long last() {
        return changes.get(changes.size() - 1).number();
    }
}
