package dev.feedmill.http.query;

import dev.feedmill.http.message.ServerRules;
import dev.feedmill.library.Library;
import dev.feedmill.pages.part.Count;
import dev.feedmill.runtime.Deadline;
import dev.feedmill.selection.Conditions;
import dev.feedmill.selection.Cursor;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.Page;
import dev.feedmill.selection.Selection;
import dev.feedmill.selection.Selection.Order;
import dev.feedmill.selection.TimeCondition;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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
     * @param defaultLimit how many entries there are if the request has no limit
     */
    public Page find(SelectionRequest selection, int defaultLimit, Deadline deadline) {
        Integer limit = selection.piece().limit();
        int max = limit == null ? defaultLimit : limit;
        Page page = selection.filter().isEmpty()
                ? library.page(new Selection(
                        selection.where(),
                        selection.piece().order(),
                        selection.piece().after(),
                        max))
                : filtered(selection, max, deadline);
        List<Instant> changes = new ArrayList<>(List.of(page.updated()));
        selection.bounds().forEach((condition, bound) -> {
            if (bound.isMoving()) {
                passed(selection, condition, page)
                        .map(entry -> bound.reached(time(entry, condition.order()), zone))
                        .ifPresent(changes::add);
            }
        });
        Instant updated = changes.stream().max(Comparator.naturalOrder()).orElseThrow();
        return new Page(page.entries(), updated, page.next());
    }

    /** How many articles match a request, whatever its limit; {@link Count#UNKNOWN} where each must be looked at. */
    public Count count(SelectionRequest selection) {
        return selection.filter().isEmpty()
                ? Count.upTo(Count.MAX, library.count(selection.where(), Count.MAX + 1))
                : Count.UNKNOWN;
    }

    /**
     * The entry as a request selects it; empty if it does not.
     *
     * @param entry as the library has it now
     */
    public Optional<Entry> find(SelectionRequest selection, Entry entry, Deadline deadline) {
        // A walk from its own place, which its own second ends.
        Conditions there =
                selection.where().within(entry.published(), entry.published().plusSeconds(1));
        Cursor before = new Cursor(entry.published(), entry.number() + 1);
        return library.page(new Selection(there, Order.PUBLISHED, before, 1)).entries().stream()
                .filter(found -> found.number() == entry.number())
                .filter(found -> selection.filter().test(found, deadline))
                .findFirst();
    }

    /** Filters the articles in batches until there are enough matches, or the depth is reached. */
    private Page filtered(SelectionRequest selection, int max, Deadline deadline) {
        List<Entry> found = new ArrayList<>();
        Cursor place = selection.piece().after();
        int left = depth;
        while (true) {
            Selection piece = new Selection(selection.where(), selection.piece().order(), place, Math.min(PIECE, left));
            Page page = library.page(piece);
            for (Entry entry : page.entries()) {
                if (found.size() == max) {
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

    /** The last entry that passed a moving limit, and so entered the selection or left it. */
    private Optional<Entry> passed(SelectionRequest selection, TimeCondition condition, Page page) {
        Order order = condition.order();
        Instant now = selection.where().time(condition);
        if (condition.isUpper()) {
            return page.entries().stream().max(Comparator.comparing(entry -> time(entry, order)));
        }
        return now == null ? Optional.empty() : library.lastBefore(selection.where(), order, now);
    }

    private static Instant time(Entry entry, Order order) {
        return order == Order.UPDATED ? entry.updated() : entry.published();
    }
}
