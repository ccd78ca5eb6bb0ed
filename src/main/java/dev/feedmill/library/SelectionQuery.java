package dev.feedmill.library;

import dev.feedmill.article.Conditions;
import dev.feedmill.article.Cursor;
import dev.feedmill.article.Page;
import dev.feedmill.article.Selection;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Answers a selection in one transaction: a range of {@code listing}, probes of others, and one line of {@code article}
 * for each entry, however many articles there are.
 */
final class SelectionQuery {
    private final Handle handle;
    private final int window;

    /** @param window how many of a term's newest entries give the time of its last change */
    SelectionQuery(Handle handle, int window) {
        this.handle = handle;
        this.window = window;
    }

    Page page(Selection selection) {
        WantedTerms terms = WantedTerms.of(handle, selection.where());
        List<ArticleRow> rows =
                terms.isImpossible() ? List.of() : new PlaceQuery(handle, terms, selection).rows(selection.limit() + 1);
        List<ArticleRow> shown = rows.subList(0, Math.min(rows.size(), selection.limit()));
        Cursor next = rows.size() <= selection.limit() ? null : cursor(selection, shown.get(shown.size() - 1));
        return new Page(
                shown.stream().map(ArticleRow::entry).toList(), Instant.ofEpochSecond(updated(selection, terms)), next);
    }

    /**
     * When the one of them that was updated last before a time was updated, seconds since the epoch; 0 where there is
     * none.
     */
    long updatedBefore(Conditions where, Instant time) {
        WantedTerms terms = WantedTerms.of(handle, where);
        if (terms.isImpossible()) {
            return 0;
        }
        Cursor before = new Cursor(time, Long.MIN_VALUE);
        Selection last = new Selection(where.since(null), Selection.Order.UPDATED, before, 1);
        return new PlaceQuery(handle, terms, last)
                .rows(1).stream().mapToLong(ArticleRow::updated).findFirst().orElse(0);
    }

    private static Cursor cursor(Selection selection, ArticleRow row) {
        long time = selection.order() == Selection.Order.UPDATED ? row.updated() : row.published();
        return new Cursor(Instant.ofEpochSecond(time), row.number());
    }

    /** What is in all of the groups changed no later than each of them did; one of a group, no later than the latest. */
    private long updated(Selection selection, WantedTerms terms) {
        boolean shallow = selection.where().isOneTerm() && selection.after() == null && selection.limit() <= window;
        return terms.named().stream()
                .mapToLong(group -> group.stream()
                        .mapToLong(term -> shallow ? current(term) : Math.max(term.touched(), current(term)))
                        .max()
                        .orElse(0))
                .min()
                .orElse(0);
    }

    private long current(WantedTerms.State term) {
        return Math.max(term.floor(), new Windows(handle, window).updated(term.number()));
    }
}
