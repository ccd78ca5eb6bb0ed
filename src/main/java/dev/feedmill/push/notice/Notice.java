package dev.feedmill.push.notice;

import dev.feedmill.library.change.Change;
import dev.feedmill.library.change.ChangeLog;
import dev.feedmill.library.change.EntryChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes that one receiver is told of at once.
 *
 * @param change all of them as one, with the number of the last
 * @param time of the last; now, if the log no longer says when that was
 * @param entries what became of entries over all of them, each entry once
 * @param isCut whether more entries have changed than are named
 */
public record Notice(Change change, Instant time, List<EntryChange> entries, boolean isCut) {
    /** Changes that are read at once. */
    private static final int STEP = 1_000;

    public Notice {
        entries = List.copyOf(entries);
    }

    /**
     * Reads the changes after one.
     *
     * @param end number of the last change if that is settled; else 0, and as many changes are taken as fit
     * @param most entries to name; one change may have more, and is cut
     * @param now the time
     * @return null if there are none
     */
    static @Nullable Notice read(ChangeLog log, long after, long end, int most, Instant now) {
        List<Change> changes = new ArrayList<>();
        Map<Long, Span> spans = new LinkedHashMap<>();
        for (Change change : log.after(after, STEP)) {
            List<EntryChange> entries = log.entries(change.number());
            boolean fits = end == 0 ? spans.size() + entries.size() <= most : change.number() <= end;
            if (!changes.isEmpty() && !fits) {
                break;
            }
            changes.add(change);
            entries.forEach(each -> spans.merge(
                    each.article(),
                    new Span(each.kind(), each.kind()),
                    (one, two) -> new Span(one.first(), two.last())));
        }
        if (changes.isEmpty()) {
            return null;
        }
        Instant time = log.time(last(changes));
        return of(changes, entries(spans), time == null ? now : time, most);
    }

    private static Notice of(List<Change> changes, List<EntryChange> entries, Instant time, int most) {
        Set<Long> terms = new HashSet<>();
        changes.forEach(change -> terms.addAll(change.terms()));
        boolean isUnknown = changes.stream().anyMatch(Change::unknown);
        return new Notice(
                new Change(last(changes), terms, isUnknown),
                time,
                entries.subList(0, Math.min(most, entries.size())),
                isUnknown || entries.size() > most);
    }

    private static long last(List<Change> changes) {
        return changes.get(changes.size() - 1).number();
    }

    private static List<EntryChange> entries(Map<Long, Span> spans) {
        List<EntryChange> entries = new ArrayList<>();
        spans.forEach((article, span) -> {
            EntryChange.Kind kind = span.kind();
            if (kind != null) {
                entries.add(new EntryChange(article, kind));
            }
        });
        return entries;
    }

    /** The first and the last that happened to an entry. */
    private record Span(EntryChange.Kind first, EntryChange.Kind last) {
        /** What came of it; null if it came and went. */
        EntryChange.@Nullable Kind kind() {
            boolean before = first != EntryChange.Kind.ADDED;
            boolean after = last != EntryChange.Kind.REMOVED;
            if (before) {
                return after ? EntryChange.Kind.EDITED : EntryChange.Kind.REMOVED;
            }
            return after ? EntryChange.Kind.ADDED : null;
        }
    }
}
