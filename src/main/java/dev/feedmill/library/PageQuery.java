package dev.feedmill.library;

import dev.feedmill.article.Cursor;
import dev.feedmill.article.Page;
import dev.feedmill.article.Selection;
import dev.feedmill.article.Term;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Answers a selection in one transaction: a range of {@code listing} and one line of {@code article} for each entry,
 * however many articles there are.
 */
final class PageQuery {
    /** So many articles changed since a time are sorted; where more did, a walk from the newest finds enough soon. */
    private static final int FEW = 1_000;

    private final Handle handle;
    private final int window;

    /** @param window how many of a term's newest entries give the time of its last change */
    PageQuery(Handle handle, int window) {
        this.handle = handle;
        this.window = window;
    }

    private record TermState(long number, long shown, long floor, long touched) {}

    Page page(Selection selection) {
        List<TermState> terms = states(selection);
        if (terms.size() < selection.terms().stream().distinct().count()) {
            return new Page(List.of(), Instant.EPOCH, null);
        }
        List<ArticleRow> rows = rows(selection, terms);
        List<ArticleRow> shown = rows.subList(0, Math.min(rows.size(), selection.limit()));
        Cursor next = rows.size() <= selection.limit() ? null : cursor(shown.get(shown.size() - 1));
        boolean deep = selection.after() != null || selection.since() != null || selection.limit() > window;
        // What is under all of them changed no later than each of them did.
        long updated = terms.stream()
                .mapToLong(term -> deep ? Math.max(term.touched(), current(term)) : current(term))
                .min()
                .orElse(0);
        return new Page(shown.stream().map(ArticleRow::entry).toList(), Instant.ofEpochSecond(updated), next);
    }

    private static Cursor cursor(ArticleRow row) {
        return new Cursor(row.article().published(), row.number());
    }

    /** In the order in which to ask them: the one with the fewest articles first. */
    private List<TermState> states(Selection selection) {
        return selection.terms().stream()
                .map(Term::number)
                .distinct()
                .flatMap(number -> handle
                        .select("SELECT number, shown, changed_floor, touched FROM term WHERE number = ?", number)
                        .map((row, context) ->
                                new TermState(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                        .list()
                        .stream())
                .sorted(Comparator.comparingLong(TermState::shown).thenComparing(TermState::number))
                .toList();
    }

    private long current(TermState term) {
        return Math.max(term.floor(), new Windows(handle, window).updated(term.number()));
    }

    private List<ArticleRow> rows(Selection selection, List<TermState> terms) {
        Map<String, Object> values = new HashMap<>();
        List<String> where = new ArrayList<>();
        values.put("term", terms.get(0).number());
        where.add("l.term = :term");
        Cursor after = selection.after();
        if (after != null) {
            where.add("(l.published, l.article) < (:published, :article)");
            values.put("published", after.published().getEpochSecond());
            values.put("article", after.number());
        }
        Instant since = selection.since();
        if (since != null) {
            // The plus sign keeps SQLite from the index where the other way is the shorter one.
            where.add(few(terms.get(0).number(), since) ? "l.updated >= :since" : "+l.updated >= :since");
            values.put("since", ceiling(since));
        }
        for (int i = 1; i < terms.size(); i++) {
            where.add("EXISTS (SELECT 1 FROM listing x WHERE x.term = :term" + i
                    + " AND x.published = l.published AND x.article = l.article)");
            values.put("term" + i, terms.get(i).number());
        }
        // CROSS JOIN tells SQLite to begin with the listing.
        Query query = handle.createQuery("SELECT " + ArticleRow.ALL + " FROM listing l CROSS JOIN article a WHERE "
                        + String.join(" AND ", where)
                        + " AND a.number = l.article ORDER BY l.published DESC, l.article DESC LIMIT :limit")
                .bindMap(values)
                .bind("limit", selection.limit() + 1L);
        return query.map((row, context) -> ArticleRow.all(row)).list();
    }

    private boolean few(long term, Instant since) {
        return handle.createQuery("SELECT count(*) FROM"
                                + " (SELECT 1 FROM listing WHERE term = ? AND updated >= ? LIMIT " + FEW + ") newest")
                        .bind(0, term)
                        .bind(1, ceiling(since))
                        .mapTo(Integer.class)
                        .one()
                < FEW;
    }

    private static long ceiling(Instant time) {
        return time.getNano() == 0 ? time.getEpochSecond() : time.getEpochSecond() + 1;
    }
}
