package dev.feedmill.library.table;

import dev.feedmill.library.sql.Meta;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * Divides the entries of each term into archive pages that keep their entries once they are full (RFC 5005 section 4):
 * by date, except that an entry that arrives after the page of its date is full joins the open page.
 */
public final class Archives {
    private final Handle handle;
    private final int size;

    /**
     * Creates the archives of a transaction.
     *
     * @param size number of entries of a full page
     */
    public Archives(Handle handle, int size) {
        this.handle = handle;
        this.size = size;
    }

    /** Whether the archives are divided. Before that, no page may be served, since its entries could still change. */
    public boolean exist() {
        return Meta.get(handle, Meta.ARCHIVES).isPresent();
    }

    /** Divides all archives, once, in a library whose archives no client has seen. */
    public void create() {
        handle.execute("DELETE FROM archive");
        handle.execute("DELETE FROM late");
        handle.execute(
                "INSERT INTO archive (term, page, published, article, touched)"
                        + " SELECT n.term, n.place / ?, n.published, n.article, 0 FROM (SELECT term, published, article,"
                        + " row_number() OVER (PARTITION BY term ORDER BY published, article) AS place FROM listing"
                        + " WHERE term >= 0) n"
                        + " WHERE n.place % ? = 0",
                size, size);
        Meta.put(handle, Meta.ARCHIVES, "1");
    }

    /**
     * Updates the archives after the listings were written.
     *
     * @param entered new entries
     * @param edited entries of changed articles
     * @param left removed entries, each with the time of its article's last change
     * @param now seconds since the epoch
     */
    public void update(
            Collection<ListingLine> entered, Collection<ListingLine> edited, Map<ListingLine, Long> left, long now) {
        edited.forEach(line -> touch(line, now));
        left.forEach((line, changed) -> {
            touch(line, Math.max(changed, now));
            handle.execute("DELETE FROM late WHERE term = ? AND article = ?", line.term(), line.article());
        });
        Map<Long, List<ListingLine>> byTerm = new TreeMap<>();
        entered.forEach(line ->
                byTerm.computeIfAbsent(line.term(), term -> new ArrayList<>()).add(line));
        byTerm.forEach(this::extend);
    }

    private void touch(ListingLine line, long time) {
        Optional<Long> late = handle.select(
                        "SELECT page FROM late WHERE term = ? AND article = ?", line.term(), line.article())
                .mapTo(Long.class)
                .findOne();
        Optional<Long> page = late.or(() -> page(line.term(), line.published(), line.article()));
        long open = open(line.term());
        if (page.orElse(open) < open) {
            handle.execute(
                    "UPDATE archive SET touched = ? WHERE term = ? AND page = ? AND touched < ?",
                    time,
                    line.term(),
                    page.orElse(open),
                    time);
        } else {
            handle.execute(
                    "UPDATE term SET open_touched = ? WHERE number = ? AND open_touched < ?", time, line.term(), time);
        }
    }

    private void extend(long term, List<ListingLine> entered) {
        ArchiveEnd before = last(term);
        ArchiveEnd last = before;
        long page = before.page() + 1;
        long late = lateOn(term, page);
        for (ListingLine line : entered) {
            if (last.isBefore(line)) {
                continue;
            }
            if (late >= size) {
                close(term, page++, last);
                late = 0;
            }
            handle.execute("INSERT INTO late (term, article, page) VALUES (?, ?, ?)", term, line.article(), page);
            late++;
        }
        List<ArchiveEnd> rows = after(term, last, size - late);
        while (rows.size() == size - late) {
            last = rows.isEmpty() ? last : rows.get(rows.size() - 1);
            close(term, page++, last);
            late = 0;
            rows = after(term, last, size);
        }
        if (page > before.page() + 1) {
            date(term, before);
        }
    }

    private void close(long term, long page, ArchiveEnd end) {
        handle.execute(
                "INSERT INTO archive (term, page, published, article, touched) VALUES (?, ?, ?, ?, 0)",
                term,
                page,
                end.published(),
                end.article());
    }

    /**
     * Dates the page just filled: it keeps the time that it showed, even if the entry with that time moved to the next.
     */
    private void date(long term, ArchiveEnd before) {
        long updated = handle.select(
                        "SELECT max(updated) FROM listing WHERE term = ? AND (published, article) > (?, ?)",
                        term,
                        before.published(),
                        before.article())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
        handle.execute(
                "UPDATE archive SET touched = ? WHERE term = ? AND page = ?",
                Math.max(updated, openTouched(term)),
                term,
                before.page() + 1);
        handle.execute("UPDATE term SET open_touched = 0 WHERE number = ?", term);
    }

    private long openTouched(long term) {
        return handle.select("SELECT open_touched FROM term WHERE number = ?", term)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    private List<ArchiveEnd> after(long term, ArchiveEnd end, long limit) {
        return handle.select(
                        "SELECT published, article FROM listing WHERE term = ? AND (published, article) > (?, ?)"
                                + " ORDER BY published, article LIMIT ?",
                        term,
                        end.published(),
                        end.article(),
                        limit)
                .map((row, context) -> new ArchiveEnd(0, row.getLong(1), row.getLong(2)))
                .list();
    }

    /** The full page that has a place by date, seconds since the epoch; empty for the open page. */
    public Optional<Long> page(long term, long published, long article) {
        return handle.select(
                        "SELECT page FROM archive WHERE term = ? AND (published, article) >= (?, ?)"
                                + " ORDER BY published, article, page LIMIT 1",
                        term,
                        published,
                        article)
                .mapTo(Long.class)
                .findOne();
    }

    /** Number of the open page. */
    public long open(long term) {
        return last(term).page() + 1;
    }

    /** Whether the open page has an entry that is not among the newest by date. */
    public boolean hasLate(long term, long page) {
        return lateOn(term, page) > 0;
    }

    private long lateOn(long term, long page) {
        return handle.select("SELECT count(*) FROM late WHERE term = ? AND page = ?", term, page)
                .mapTo(Long.class)
                .one();
    }

    public ArchiveEnd last(long term) {
        return end("SELECT page, published, article FROM archive WHERE term = ? ORDER BY page DESC LIMIT 1", term)
                .orElse(ArchiveEnd.NONE);
    }

    /** The end of a full page; empty for the open page. */
    public Optional<ArchiveEnd> end(long term, long page) {
        return page == 0
                ? Optional.of(ArchiveEnd.NONE)
                : end("SELECT page, published, article FROM archive WHERE term = ? AND page = ?", term, page);
    }

    private Optional<ArchiveEnd> end(String sql, Object... values) {
        return handle.select(sql, values)
                .map((row, context) -> new ArchiveEnd(row.getLong(1), row.getLong(2), row.getLong(3)))
                .findOne();
    }

    /** When an entry was last removed from a page or changed on it, seconds since the epoch. */
    public long touched(long term, long page) {
        return handle.select("SELECT touched FROM archive WHERE term = ? AND page = ?", term, page)
                .mapTo(Long.class)
                .findOne()
                .orElseGet(() -> openTouched(term));
    }
}
