package dev.feedmill.http.query;

import dev.feedmill.http.message.ServerRules;
import dev.feedmill.library.Library;
import dev.feedmill.runtime.Deadline;
import dev.feedmill.selection.Cursor;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.Page;
import dev.feedmill.selection.Selection;
import dev.feedmill.selection.Selection.Order;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the articles of a selection request. Thread-safe. */
public final class SelectedPages {
    private static final int PIECE = 100;

    private final Library library;
    private final ZoneId zone;
    private final int depth;

    /**
     * Creates a finder.
     *
     * @param zone time zone in which ages in months are calculated
     */
    public SelectedPages(Library library, ZoneId zone, ServerRules.Selections rules) {
        this.library = library;
        this.zone = zone;
        this.depth = rules.filterDepth();
    }

    /**
     * The page of articles that match a request.
     *
     * @param usual how many entries there are if the request has no limit
     */
    public Page find(SelectionRequest selection, int usual, Deadline deadline) {
        Integer limit = selection.piece().limit();
        int most = limit == null ? usual : limit;
        Page page = selection.filter().isEmpty()
                ? library.page(new Selection(
                        selection.where(),
                        selection.piece().order(),
                        selection.piece().after(),
                        most))
                : filtered(selection, most, deadline);
        List<Instant> changes = new ArrayList<>(List.of(page.updated()));
        left(
                        selection,
                        Order.PUBLISHED,
                        selection.bounds().from(),
                        selection.where().from())
                .ifPresent(changes::add);
        left(
                        selection,
                        Order.UPDATED,
                        selection.bounds().since(),
                        selection.where().since())
                .ifPresent(changes::add);
        entered(selection, page).ifPresent(changes::add);
        Instant updated = changes.stream().max(Comparator.naturalOrder()).orElseThrow();
        return new Page(page.entries(), updated, page.next());
    }

    /** Filters the articles in batches until there are enough matches, or the depth is reached. */
    private Page filtered(SelectionRequest selection, int most, Deadline deadline) {
        List<Entry> found = new ArrayList<>();
        Cursor place = selection.piece().after();
        int left = depth;
        while (true) {
            Selection piece = new Selection(selection.where(), selection.piece().order(), place, Math.min(PIECE, left));
            Page page = library.page(piece);
            for (Entry entry : page.entries()) {
                if (found.size() == most) {
                    return new Page(found, page.updated(), place);
                }
                if (selection.filter().test(entry, deadline)) {
                    found.add(entry);
                }
                place = entry.place(selection.piece().order());
                left--;
            }
            if (page.next() == null || left == 0) {
                return new Page(found, page.updated(), page.next());
            }
        }
    }

    /** When the last entry passed a moving lower bound, and so left the selection. */
    private Optional<Instant> left(
            SelectionRequest selection, Order order, @Nullable TimeBound bound, @Nullable Instant now) {
        return bound == null || now == null || !bound.isMoving()
                ? Optional.empty()
                : library.lastBefore(selection.where(), order, now)
                        .map(entry ->
                                bound.reached(order == Order.UPDATED ? entry.updated() : entry.published(), zone));
    }

    /** When the last entry passed a moving upper bound, and so entered the selection. */
    private Optional<Instant> entered(SelectionRequest selection, Page page) {
        TimeBound until = selection.bounds().until();
        return until == null || !until.isMoving()
                ? Optional.empty()
                : page.entries().stream()
                        .map(Entry::published)
                        .max(Comparator.naturalOrder())
                        .map(published -> until.reached(published, zone));
    }
}
