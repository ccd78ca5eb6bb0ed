package dev.feedmill.library.query;

import dev.feedmill.library.change.DeletionTable;
import dev.feedmill.library.table.ArchiveEnd;
import dev.feedmill.library.table.Archives;
import dev.feedmill.library.table.ArticleRow;
import dev.feedmill.library.table.ArticleRowMapper;
import dev.feedmill.selection.DeletedEntry;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.FeedPage;
import dev.feedmill.selection.Page;
import dev.feedmill.selection.Selection;
import dev.feedmill.selection.Term;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Finds the content of one document of a term's feed, in one transaction. */
public final class FeedPageQuery {
    private final Handle handle;
    private final SelectionQuery selections;
    private final Archives archives;
    private final int window;

    public FeedPageQuery(Handle handle, SelectionQuery selections, int window) {
        this.handle = handle;
        this.selections = selections;
        this.archives = new Archives(handle, window);
        this.window = window;
    }

    /**
     * The newest entries.
     *
     * @param deletions most deleted entries
     */
    public FeedPage current(Term term, int deletions) {
        Page page = selections.page(Selection.newest(term, window));
        List<DeletedEntry> deleted = new DeletionTable(handle).latest(Set.of(term.number()), deletions);
        if (!archives.exist()) {
            return new FeedPage(page, deleted);
        }
        long open = archives.open(term.number());
        boolean late = archives.hasLate(term.number(), open);
        // Without late entries, everything on the open page is among the newest entries.
        long older = late ? open : open - 1;
        long all = late || isFilling(term, open) ? open : open - 1;
        return new FeedPage(0, (int) older, 0, (int) all, page, deleted);
    }

    /** One page of the archive; empty if there is no such page. */
    public Optional<FeedPage> archive(Term term, int number) {
        long open = archives.open(term.number());
        if (number < 1 || number > open || !archives.exist()) {
            return Optional.empty();
        }
        List<ArticleRow> rows = new ArrayList<>(rows(term, number));
        if (number == open && rows.isEmpty()) {
            return Optional.empty();
        }
        rows.sort(ArticleRow.OLDEST_FIRST.reversed());
        long updated = Math.max(
                archives.touched(term.number(), number),
                rows.stream().mapToLong(ArticleRow::updated).max().orElse(0));
        List<Entry> entries = TermPages.entries(handle, rows);
        int newer = number + 1 < open || (number + 1 == open && isFilling(term, open)) ? number + 1 : 0;
        return Optional.of(new FeedPage(
                number, number - 1, newer, 0, new Page(entries, Instant.ofEpochSecond(updated), null), List.of()));
    }

    private boolean isFilling(Term term, long open) {
        return !regular(term, archives.last(term.number()), Optional.empty(), 1).isEmpty()
                || archives.hasLate(term.number(), open);
    }

    private List<ArticleRow> rows(Term term, long number) {
        ArchiveEnd before = archives.end(term.number(), number - 1).orElseThrow();
        List<ArticleRow> rows =
                new ArrayList<>(regular(term, before, archives.end(term.number(), number), Integer.MAX_VALUE));
        rows.addAll(handle.select(
                        "SELECT " + ArticleRowMapper.ALL + " FROM late x CROSS JOIN article a"
                                + " WHERE x.term = ? AND x.page = ? AND a.number = x.article",
                        term.number(),
                        number)
                .map((row, context) -> ArticleRowMapper.all(row))
                .list());
        return rows;
    }

    /** The entries of a page by date; those that arrived after it was full are on a later page. */
    private List<ArticleRow> regular(Term term, ArchiveEnd before, Optional<ArchiveEnd> end, int limit) {
        ArchiveEnd last = end.orElse(ArchiveEnd.ALL);
        return handle.select(
                        "SELECT " + ArticleRowMapper.ALL + " FROM listing l CROSS JOIN article a WHERE l.term = ?"
                                + " AND (l.published, l.article) > (?, ?) AND (l.published, l.article) <= (?, ?)"
                                + " AND NOT EXISTS (SELECT 1 FROM late x WHERE x.term = l.term AND x.article = l.article)"
                                + " AND a.number = l.article LIMIT ?",
                        term.number(),
                        before.published(),
                        before.article(),
                        last.published(),
                        last.article(),
                        limit)
                .map((row, context) -> ArticleRowMapper.all(row))
                .list();
    }
}
