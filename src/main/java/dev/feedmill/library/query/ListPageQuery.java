package dev.feedmill.library.query;

import dev.feedmill.article.Visibility;
import dev.feedmill.library.sql.NameFolding;
import dev.feedmill.library.table.ArticleRow;
import dev.feedmill.library.table.ArticleRowMapper;
import dev.feedmill.library.table.ListingLine;
import dev.feedmill.selection.AdjacentEntries;
import dev.feedmill.selection.Cursor;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.ListPage;
import dev.feedmill.selection.Term;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Pages through the articles of a term in both directions, in one transaction: each page is a range of its listings.
 */
public final class ListPageQuery {
    private final Handle handle;

    public ListPageQuery(Handle handle) {
        this.handle = handle;
    }

    /** The articles from the cursor on; the newest if it is null. */
    public ListPage older(Term term, @Nullable Cursor place, int limit) {
        List<ArticleRow> rows = rows(term, place, false, limit + 1);
        List<ArticleRow> shown = rows.subList(0, Math.min(limit, rows.size()));
        return new ListPage(
                entries(shown),
                before(term, place, shown),
                place == null || shown.isEmpty() ? place : cursor(shown.get(0)),
                rows.size() <= limit ? null : cursor(shown.get(shown.size() - 1)));
    }

    /** The articles immediately before the cursor; the newest if fewer than {@code limit} are before it. */
    public ListPage newer(Term term, Cursor place, int limit) {
        List<ArticleRow> rows = rows(term, place, true, limit + 1);
        if (rows.size() <= limit) {
            return older(term, null, limit);
        }
        List<ArticleRow> shown = new ArrayList<>(rows.subList(0, limit));
        Collections.reverse(shown);
        return new ListPage(
                entries(shown), before(term, place, shown), cursor(shown.get(0)), cursor(shown.get(limit - 1)));
    }

    public AdjacentEntries adjacent(Term term, Entry entry) {
        Cursor place = handle.select(
                        "SELECT published, number FROM article WHERE slug_folded = ? AND visible = 1 AND degree <> ?",
                        NameFolding.fold(entry.slug()),
                        Visibility.Degree.PAGE_ONLY.name())
                .map((row, context) -> new Cursor(Instant.ofEpochSecond(row.getLong(1)), row.getLong(2)))
                .findOne()
                .orElse(null);
        return place == null
                ? new AdjacentEntries(null, null)
                : new AdjacentEntries(first(rows(term, place, true, 1)), first(rows(term, place, false, 1)));
    }

    private static @Nullable Entry first(List<ArticleRow> rows) {
        return rows.isEmpty() ? null : rows.get(0).entry();
    }

    /** The number of articles before those of a page. */
    private long before(Term term, @Nullable Cursor place, List<ArticleRow> shown) {
        if (place == null || shown.isEmpty()) {
            return 0;
        }
        Cursor first = cursor(shown.get(0));
        return handle.createQuery("SELECT count(*) FROM listing WHERE term IN (:term, :beside)"
                        + " AND (published, article) > (:published, :article)")
                .bind("term", term.number())
                .bind("beside", ListingLine.besideFeedsOf(term.number()))
                .bind("published", first.time().getEpochSecond())
                .bind("article", first.number())
                .mapTo(Long.class)
                .one();
    }

    static Cursor cursor(ArticleRow row) {
        return new Cursor(row.article().published(), row.number());
    }

    private static List<Entry> entries(List<ArticleRow> rows) {
        return rows.stream().map(ArticleRow::entry).toList();
    }

    /** The articles next to a place. Those in feeds and those only on pages are in two ranges. */
    List<ArticleRow> rows(Term term, @Nullable Cursor place, boolean newer, int limit) {
        List<ArticleRow> rows = new ArrayList<>(rows(term.number(), place, newer, limit));
        if (besideFeeds(term) > 0) {
            rows.addAll(rows(ListingLine.besideFeedsOf(term.number()), place, newer, limit));
            rows.sort(newer ? ArticleRow.OLDEST_FIRST : ArticleRow.OLDEST_FIRST.reversed());
        }
        return rows.subList(0, Math.min(limit, rows.size()));
    }

    private long besideFeeds(Term term) {
        return handle.select("SELECT beside_feeds FROM term WHERE number = ?", term.number())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    private List<ArticleRow> rows(long listing, @Nullable Cursor place, boolean newer, int limit) {
        // CROSS JOIN makes SQLite begin with the listing.
        String from = "SELECT " + ArticleRowMapper.HEAD + " FROM listing l CROSS JOIN article a WHERE l.term = :term"
                + (place == null
                        ? ""
                        : " AND (l.published, l.article) " + (newer ? ">" : "<") + " (:published, :article)")
                + " AND a.number = l.article ORDER BY "
                + (newer ? "l.published, l.article" : "l.published DESC, l.article DESC") + " LIMIT :limit";
        Query query = handle.createQuery(from).bind("term", listing).bind("limit", limit);
        if (place != null) {
            query.bind("published", place.time().getEpochSecond()).bind("article", place.number());
        }
        return query.map((row, context) -> ArticleRowMapper.head(row)).list();
    }
}
