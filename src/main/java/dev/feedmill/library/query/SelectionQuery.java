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
 * Answers a selection in one transaction: a range of {@code listing}, probes of others, and one line of {@code article}
 * for each entry, however many articles there are.
 */
public final class SelectionQuery {
    private final Handle handle;
    private final TextIndex texts;
    private final int window;

    /** @param window how many of a term's newest entries give the time of its last change */
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

    /** Those that say best what conditions ask for, which name words that must be there. */
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

    /** The last of them before a time, whatever times the conditions name. */
    public Optional<Entry> lastBefore(Conditions where, Selection.Order order, Instant time) {
        ResolvedConditions terms = ResolvedConditions.of(handle, where);
        if (terms.isImpossible()) {
            return Optional.empty();
        }
        Selection last = new Selection(where.always(), order, new Cursor(time, Long.MIN_VALUE), 1);
        return new SelectionSql(handle, texts, terms, last)
                .rows(1).stream().map(ArticleRow::entry).findFirst();
    }

    /** What is in all of the groups changed no later than each of them did; one of a group, no later than the latest. */
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
