package dev.feedmill.http.query;

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

/** Finds what questions ask for. Threads may share it. */
public final class SelectedPages {
    private static final int PIECE = 100;

    private final Library library;
    private final ZoneId zone;
    private final int depth;

    /**
     * Finds nothing yet.
     *
     * @param zone in which ages of months are counted
     * @param depth patterns are looked for in at most so many articles
     */
    public SelectedPages(Library library, ZoneId zone, int depth) {
        this.library = library;
        this.zone = zone;
        this.depth = depth;
    }

    /**
     * The articles that a question asks for.
     *
     * @param usual how many entries there are where the question names no limit
     */
    public Page find(SelectionRequest question, int usual, Deadline deadline) {
        Integer limit = question.limit();
        int most = limit == null ? usual : limit;
        Page page = question.filter().isEmpty()
                ? library.page(new Selection(question.where(), question.order(), question.after(), most))
                : filtered(question, most, deadline);
        List<Instant> changes = new ArrayList<>(List.of(page.updated()));
        left(question, Order.PUBLISHED, question.from(), question.where().from())
                .ifPresent(changes::add);
        left(question, Order.UPDATED, question.since(), question.where().since())
                .ifPresent(changes::add);
        entered(question, page).ifPresent(changes::add);
        Instant updated = changes.stream().max(Comparator.naturalOrder()).orElseThrow();
        return new Page(page.entries(), updated, page.next());
    }

    /** Goes through the articles in pieces until there are enough, or enough of them were looked at. */
    private Page filtered(SelectionRequest question, int most, Deadline deadline) {
        List<Entry> found = new ArrayList<>();
        Cursor place = question.after();
        int left = depth;
        while (true) {
            Selection piece = new Selection(question.where(), question.order(), place, Math.min(PIECE, left));
            Page page = library.page(piece);
            for (Entry entry : page.entries()) {
                if (found.size() == most) {
                    return new Page(found, page.updated(), place);
                }
                if (question.filter().test(entry, deadline)) {
                    found.add(entry);
                }
                place = entry.place(question.order());
                left--;
            }
            if (page.next() == null || left == 0) {
                return new Page(found, page.updated(), page.next());
            }
        }
    }

    /** When the last entry grew too old for a beginning that moves. */
    private Optional<Instant> left(
            SelectionRequest question, Order order, @Nullable TimeBound asked, @Nullable Instant now) {
        return asked == null || now == null || !asked.isMoving()
                ? Optional.empty()
                : library.lastBefore(question.where(), order, now)
                        .map(entry ->
                                asked.reached(order == Order.UPDATED ? entry.updated() : entry.published(), zone));
    }

    /** When the last entry grew old enough for an end that moves. */
    private Optional<Instant> entered(SelectionRequest question, Page page) {
        TimeBound until = question.until();
        return until == null || !until.isMoving()
                ? Optional.empty()
                : page.entries().stream()
                        .map(Entry::published)
                        .max(Comparator.naturalOrder())
                        .map(published -> until.reached(published, zone));
    }
}
