package dev.feedmill.http.events;

import dev.feedmill.feed.LatestRenderer;
import dev.feedmill.feed.item.ContentOptions;
import dev.feedmill.http.message.BadParameterException;
import dev.feedmill.http.message.Query;
import dev.feedmill.http.query.SelectionQueries;
import dev.feedmill.http.query.SelectionRequest;
import dev.feedmill.library.Library;
import dev.feedmill.library.change.Change;
import dev.feedmill.library.change.EntryChange;
import dev.feedmill.library.query.ChangedEntry;
import dev.feedmill.runtime.Deadline;
import dev.feedmill.runtime.DeadlineExceededException;
import dev.feedmill.selection.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what changes say to the clients of a selection, as the library is now. Thread-safe. */
public final class EventFinder {
    /** The fields of an item if the address names none. */
    private static final Set<String> USUAL =
            Set.of("id", "url", "title", "summary", "date_published", "date_modified", "categories", "tags");

    /** All that is said of an entry that is gone. */
    private static final Set<String> GONE = Set.of("id", "url");

    private final Library library;
    private final SelectionQueries queries;
    private final LatestRenderer renderer;
    private final Duration time;
    private final long bytes;

    /**
     * Creates the finder.
     *
     * @param time for the events of one selection
     * @param bytes of the events of one selection; of more, only that there were some is said
     */
    public EventFinder(Library library, SelectionQueries queries, LatestRenderer renderer, Duration time, long bytes) {
        this.library = library;
        this.queries = queries;
        this.renderer = renderer;
        this.time = time;
        this.bytes = bytes;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Event(String name, byte[] json) {}

    /** The number of the last change. */
    long last() {
        return library.changes().last();
    }

    /**
     * What has changed after a change.
     *
     * @param limit of more changes, or of more changed entries, only that there were some is said
     */
    PendingChanges after(long number, int limit) {
        List<Change> changes = library.changes().after(number, limit + 1);
        if (changes.isEmpty()) {
            return PendingChanges.NONE;
        }
        if (changes.size() > limit) {
            return PendingChanges.unknown(last());
        }
        long all = changes.stream()
                .mapToLong(change -> library.changes().entries(change.number()).size())
                .sum();
        return all > limit || changes.stream().anyMatch(Change::unknown)
                ? PendingChanges.unknown(last())
                : new PendingChanges(
                        changes,
                        changes.stream().map(library.articles()::changedBy).toList());
    }

    /**
     * The events of a selection; a reset if nobody knows them, or if they take too long.
     *
     * @param pending not empty
     */
    EventText find(SelectionRequest known, PendingChanges pending) {
        if (pending.isUnknown()) {
            return EventText.reset(pending.last());
        }
        SelectionRequest selection = current(known);
        Deadline deadline = Deadline.after(time, () -> false);
        try {
            return library.within(deadline, () -> {
                EventText text = new EventText();
                for (int i = 0; i < pending.changes().size(); i++) {
                    Change change = pending.changes().get(i);
                    if (!Collections.disjoint(change.terms(), selection.terms())) {
                        add(
                                text,
                                change.number(),
                                events(selection, pending.entries().get(i), deadline));
                    }
                }
                return text.size() > bytes ? EventText.reset(pending.last()) : text;
            });
        } catch (DeadlineExceededException e) {
            return EventText.reset(pending.last());
        }
    }

    /** The same request with its moving times as of now; as it was if one of its names is gone. */
    private SelectionRequest current(SelectionRequest known) {
        try {
            return queries.parser().latest(Query.of(known.query()));
        } catch (BadParameterException e) {
            return known;
        }
    }

    private static void add(EventText text, long number, List<Event> events) {
        for (int i = 0; i < events.size(); i++) {
            if (i == events.size() - 1) {
                text.id(number);
            }
            text.add(events.get(i).name(), events.get(i).json());
        }
    }

    private List<Event> events(SelectionRequest selection, List<ChangedEntry> changed, Deadline deadline) {
        Set<String> fields = selection.fields().isEmpty() ? USUAL : Set.copyOf(selection.fields());
        List<Event> events = new ArrayList<>();
        for (ChangedEntry each : changed) {
            if (each.isInFeeds()) {
                Optional<Entry> found = queries.pages().find(selection, each.entry(), deadline);
                found.ifPresent(entry -> events.add(new Event(
                        each.kind() == EntryChange.Kind.ADDED ? "added" : "edited",
                        renderer.item(entry, selection.shape(), fields))));
                if (found.isEmpty() && each.kind() != EntryChange.Kind.ADDED) {
                    // The selection may have had it before, as nothing says any more.
                    events.add(removed(each));
                }
            } else if (each.kind() == EntryChange.Kind.REMOVED
                    && !Collections.disjoint(each.terms(), selection.terms())) {
                events.add(removed(each));
            }
        }
        return events;
    }

    private Event removed(ChangedEntry gone) {
        return new Event("removed", renderer.item(gone.entry(), ContentOptions.WHOLE, GONE));
    }
}
