package dev.feedmill.library.query;

import dev.feedmill.library.table.ArchiveEnd;
import dev.feedmill.library.table.Archives;
import dev.feedmill.library.table.ArticleRow;
import dev.feedmill.library.table.ArticleRowMapper;
import dev.feedmill.library.table.ListingLine;
import dev.feedmill.selection.Cursor;
import dev.feedmill.selection.ListArchive;
import dev.feedmill.selection.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Divides the lists of terms where the archives of their feeds are divided, strictly by date: a page also has what is on
 * pages alone, and what arrived after it was full. A page without articles is none.
 */
public final class ListArchiveQuery {
    private final Handle handle;
    private final Archives archives;
    private final ListPageQuery lists;

    /** @param window number of entries on an archive page of a feed */
    public ListArchiveQuery(Handle handle, int window) {
        this.handle = handle;
        this.archives = new Archives(handle, window);
        this.lists = new ListPageQuery(handle);
    }

    /** One page, counted from 1 at the oldest; empty if there is no such page. */
    public Optional<ListArchive> page(Term term, int number) {
        if (number < 1 || !archives.exist() || number > archives.open(term.number())) {
            return Optional.empty();
        }
        ArchiveEnd from = archives.end(term.number(), number - 1).orElseThrow();
        ArchiveEnd to = archives.end(term.number(), number).orElse(ArchiveEnd.ALL);
        List<ArticleRow> rows = new ArrayList<>(rows(term.number(), from, to));
        rows.addAll(rows(ListingLine.besideFeedsOf(term.number()), from, to));
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        rows.sort(ArticleRow.OLDEST_FIRST.reversed());
        return Optional.of(new ListArchive(
                rows.stream().map(ArticleRow::entry).toList(),
                number,
                beside(term, ListPageQuery.cursor(rows.get(rows.size() - 1)), false),
                beside(term, ListPageQuery.cursor(rows.get(0)), true)));
    }

    /** The number of the page with the first article behind a place of the list; 0 if there is none. */
    public int behind(Term term, Cursor place) {
        return archives.exist() ? beside(term, place, false) : 0;
    }

    /** The number of the page with the article next to a place; 0 if there is none. */
    private int beside(Term term, Cursor place, boolean newer) {
        return lists.rows(term, place, newer, 1).stream()
                .findFirst()
                .map(row -> archives.page(term.number(), row.published(), row.number())
                        .orElseGet(() -> archives.open(term.number())))
                .map(Math::toIntExact)
                .orElse(0);
    }

    private List<ArticleRow> rows(long listing, ArchiveEnd from, ArchiveEnd to) {
        return handle.select(
                        "SELECT " + ArticleRowMapper.HEAD + " FROM listing l CROSS JOIN article a WHERE l.term = ?"
                                + " AND (l.published, l.article) > (?, ?) AND (l.published, l.article) <= (?, ?)"
                                + " AND a.number = l.article",
                        listing,
                        from.published(),
                        from.article(),
                        to.published(),
                        to.article())
                .map((row, context) -> ArticleRowMapper.head(row))
                .list();
    }
}
