package dev.feedmill.library.query;

import dev.feedmill.library.table.ArticleRow;
import dev.feedmill.library.table.NewestEntries;
import dev.feedmill.library.words.TextIndex;
import dev.feedmill.selection.Conditions;
import dev.feedmill.selection.Cursor;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.Page;
import dev.feedmill.selection.SearchResults;
import dev.feedmill.selection.Selection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Runs a selection in one transaction: a range of {@code listing}, probes of others, and one row of {@code article} for
 * each entry, no matter how many articles there are.
 */
public final class SelectionQuery {
    private final Handle handle;
    private final TextIndex texts;
    private final int window;

    /**
     * Creates the query.
     *
     * @param window number of a term's newest entries that determine its last change
     */
    public SelectionQuery(Handle handle, TextIndex texts, int window) {
        this.handle = handle;
        this.texts = texts;
        this.window = window;
    }

    public Page page(Selection selection) {
        ResolvedConditions terms = ResolvedConditions.of(handle, selection.where());
        List<ArticleRow> rows = terms.isImpossible()
                ? List.of()
                : new SelectionSql(handle, texts, terms, selection).rows(selection.limit() + 1);
        List<ArticleRow> shown = rows.subList(0, Math.min(rows.size(), selection.limit()));
        List<Entry> entries = TermPages.entries(handle, shown);
        Cursor next = rows.size() <= selection.limit()
                ? null
                : entries.get(entries.size() - 1).place(selection.order());
        return new Page(entries, Instant.ofEpochSecond(updated(selection, terms)), next);
    }

    /** The best matches of conditions with required search words. */
    public SearchResults best(Conditions where, int skip, int limit) {
        ResolvedConditions terms = ResolvedConditions.of(handle, where);
        if (terms.isImpossible()) {
            return new SearchResults(List.of(), false);
        }
        Selection newest = Selection.newest(where, limit);
        List<ArticleRow> rows = new SelectionSql(handle, texts, terms, newest).best(skip, limit + 1);
        return new SearchResults(
                rows.stream().limit(limit).map(ArticleRow::entry).toList(), rows.size() > limit);
    }

    /** The number of articles that match conditions, counted up to a maximum. */
    public long count(Conditions where, int max) {
        ResolvedConditions terms = ResolvedConditions.of(handle, where);
        return terms.isImpossible()
                ? 0
                : new SelectionSql(handle, texts, terms, Selection.newest(where, max)).count(max);
    }

    /** The last matching entry before a time; ignores the time limits of the conditions. */
    public Optional<Entry> lastBefore(Conditions where, Selection.Order order, Instant time) {
        ResolvedConditions terms = ResolvedConditions.of(handle, where);
        if (terms.isImpossible()) {
            return Optional.empty();
        }
        Selection last = new Selection(where.always(), order, new Cursor(time, Long.MIN_VALUE), 1);
        return new SelectionSql(handle, texts, terms, last)
                .rows(1).stream().map(ArticleRow::entry).findFirst();
    }

    /**
     * Upper bound of the last change: an intersection of groups changed no later than each of them, a union no later
     * than its latest member.
     */
    private long updated(Selection selection, ResolvedConditions terms) {
        boolean shallow = selection.where().isOneTerm() && selection.after() == null && selection.limit() <= window;
        return terms.named().stream()
                .mapToLong(group -> group.stream()
                        .mapToLong(term -> shallow ? current(term) : Math.max(term.touched(), current(term)))
                        .max()
                        .orElse(0))
                .min()
                .orElse(0);
    }

    private long current(ResolvedConditions.State term) {
        return Math.max(term.floor(), new NewestEntries(handle, window).updated(term.number()));
    }
}
