package dev.feedmill.library.write;

import dev.feedmill.library.table.NewestEntries;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jdbi.v3.core.Handle;

/**
 * Ensures that a listing's last change never goes back, and advances with every change: raises a floor if the times of
 * the newest entries do not show it.
 */
final class LastModifiedFloor {
    private final Handle handle;
    private final NewestEntries windows;
    private final SortedMap<Long, Long> changes;
    private final Map<Long, List<NewestEntries.Place>> before = new HashMap<>();

    /** Reads the windows before anything is written; {@code changes} maps terms to the times of their changes. */
    LastModifiedFloor(Handle handle, int window, SortedMap<Long, Long> changes) {
        this.handle = handle;
        this.windows = new NewestEntries(handle, window);
        this.changes = changes;
        changes.keySet().forEach(term -> before.put(term, windows.of(term)));
    }

    /**
     * Sets the times of last change in a library that is being filled for the first time: no client has seen an
     * earlier state.
     */
    static void fill(Handle handle, SortedMap<Long, Long> changes) {
        changes.forEach((term, time) ->
                handle.execute("UPDATE term SET touched = ? WHERE number = ? AND touched < ?", time, term, time));
    }

    /** Raises floors after everything was written; {@code articles} are the changed ones. */
    void raise(Set<Long> articles, long now) {
        changes.forEach((term, time) -> handle.select("SELECT changed_floor, touched FROM term WHERE number = ?", term)
                .map((row, context) -> new long[] {row.getLong(1), row.getLong(2)})
                .findOne()
                .ifPresent(state -> raise(term, time, state[0], state[1], articles, now)));
    }

    private void raise(long term, long time, long floor, long touched, Set<Long> articles, long now) {
        List<NewestEntries.Place> old = before.getOrDefault(term, List.of());
        List<NewestEntries.Place> current = windows.of(term);
        long shownBefore = Math.max(floor, latest(old));
        boolean changed =
                !current.equals(old) || current.stream().anyMatch(place -> articles.contains(place.article()));
        long newFloor = changed && latest(current) <= shownBefore ? Math.max(now, shownBefore + 1) : floor;
        long newTouched = time > touched ? time : Math.max(now, touched + 1);
        handle.execute("UPDATE term SET changed_floor = ?, touched = ? WHERE number = ?", newFloor, newTouched, term);
    }

    private static long latest(List<NewestEntries.Place> places) {
        return places.stream().mapToLong(NewestEntries.Place::updated).max().orElse(0);
    }
}
