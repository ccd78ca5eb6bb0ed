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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Divides the lists of terms where the archives of their feeds are divided, strictly by date: a page also has what is on
 * pages alone, and what arrived after it was full. A page without articles is none.
 */
public final class ListArchiveQuery {
    private static final Comparator<ArticleRow> NEWEST_FIRST = Comparator.comparingLong(ArticleRow::published)
            .thenComparingLong(ArticleRow::number)
            .reversed();
    private static final ArchiveEnd FIRST = new ArchiveEnd(0, Long.MIN_VALUE, Long.MIN_VALUE);
    private static final ArchiveEnd LAST = new ArchiveEnd(0, Long.MAX_VALUE, Long.MAX_VALUE);

    private final Handle handle;
    private final Archives archives;

    /** @param window number of entries on an archive page of a feed */
    public ListArchiveQuery(Handle handle, int window) {
        this.handle = handle;
        this.archives = new Archives(handle, window);
    }

    /** One page, counted from 1 at the oldest; empty if there is no such page. */
    public Optional<ListArchive> page(Term term, int number) {
        if (number < 1 || !archives.exist() || number > archives.open(term.number())) {
            return Optional.empty();
        }
        ArchiveEnd from =
                number == 1 ? FIRST : archives.end(term.number(), number - 1).orElse(FIRST);
        ArchiveEnd to = archives.end(term.number(), number).orElse(LAST);
        List<ArticleRow> rows = new ArrayList<>(rows(term.number(), from, to));
        rows.addAll(rows(ListingLine.besideFeedsOf(term.number()), from, to));
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        rows.sort(NEWEST_FIRST);
        return Optional.of(new ListArchive(
                rows.stream().map(ArticleRow::entry).toList(),
                number,
                beside(term, position(rows.get(rows.size() - 1)), "<", "DESC"),
                beside(term, position(rows.get(0)), ">", "")));
    }

    /** The number of the page with the first article behind a place of the list; 0 if there is none. */
    public int behind(Term term, Cursor place) {
        return archives.exist()
                ? beside(term, new ArchiveEnd(0, place.time().getEpochSecond(), place.number()), "<", "DESC")
                : 0;
    }

    private static ArchiveEnd position(ArticleRow row) {
        return new ArchiveEnd(0, row.article().published().getEpochSecond(), row.number());
    }

    /** The number of the page with the article next to a position; 0 if there is none. */
    private int beside(Term term, ArchiveEnd place, String side, String order) {
        return List.of(term.number(), ListingLine.besideFeedsOf(term.number())).stream()
                .flatMap(listing -> handle
                        .select(
                                "SELECT published, article FROM listing WHERE term = ? AND (published, article) " + side
                                        + " (?, ?) ORDER BY published " + order + ", article " + order + " LIMIT 1",
                                listing,
                                place.published(),
                                place.article())
                        .map((row, context) -> pageOf(term, row.getLong(1), row.getLong(2)))
                        .stream())
                .reduce(side.equals("<") ? Math::max : Math::min)
                .orElse(0);
    }

    private int pageOf(Term term, long published, long article) {
        return handle.select(
                        "SELECT page FROM archive WHERE term = ? AND (published, article) >= (?, ?)"
                                + " ORDER BY published, article, page LIMIT 1",
                        term.number(),
                        published,
                        article)
                .mapTo(Integer.class)
                .findOne()
                .orElseGet(() -> (int) archives.open(term.number()));
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
