package dev.feedmill.library.query;

import dev.feedmill.address.Address;
import dev.feedmill.article.Article;
import dev.feedmill.library.table.ArchiveEnd;
import dev.feedmill.library.table.Archives;
import dev.feedmill.library.table.ListingLine;
import dev.feedmill.selection.PageAddress;
import dev.feedmill.selection.Term;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Lists the articles whose home is this server in groups, oldest first. A group ends where a page of the archive of
 * everything does, so that a new article changes only the last group.
 */
public final class AddressQuery {
    /** Approximate size of a group; late arrivals make it larger. */
    private static final int GROUP = 10_000;

    private final Handle handle;
    private final Archives archives;
    private final int pages;

    /**
     * Creates the query.
     *
     * @param window number of entries on an archive page
     */
    public AddressQuery(Handle handle, int window) {
        this.handle = handle;
        this.archives = new Archives(handle, window);
        this.pages = Math.max(1, GROUP / window);
    }

    /** Number of groups, at least 1. */
    public int groups() {
        return archives.exist() ? (int) ((archives.open(Term.EVERYTHING.number()) - 1) / pages) + 1 : 1;
    }

    /**
     * One group, counted from 1; empty if there is no such group.
     *
     * @param max maximum number of articles
     */
    public List<PageAddress> group(int number, int max) {
        if (number < 1 || number > groups()) {
            return List.of();
        }
        ArchiveEnd from = end((long) (number - 1) * pages).orElse(ArchiveEnd.NONE);
        ArchiveEnd to = end((long) number * pages).orElse(ArchiveEnd.ALL);
        List<Line> lines = new ArrayList<>(lines(Term.EVERYTHING.number(), from, to, max));
        lines.addAll(lines(ListingLine.besideFeedsOf(Term.EVERYTHING.number()), from, to, max));
        return lines.stream()
                .sorted(Comparator.comparingLong(Line::published).thenComparingLong(Line::number))
                .limit(max)
                .map(Line::address)
                .toList();
    }

    private record Line(long published, long number, PageAddress address) {}

    private List<Line> lines(long listing, ArchiveEnd from, ArchiveEnd to, int max) {
        return handle.select(
                        "SELECT a.slug, l.updated, a.published_from, l.published, l.article"
                                + " FROM listing l CROSS JOIN article a WHERE l.term = ?"
                                + " AND (l.published, l.article) > (?, ?) AND (l.published, l.article) <= (?, ?)"
                                + " AND a.number = l.article AND a.link IS NULL ORDER BY l.published, l.article LIMIT ?",
                        listing,
                        from.published(),
                        from.article(),
                        to.published(),
                        to.article(),
                        max)
                .map((row, context) -> new Line(
                        row.getLong(4),
                        row.getLong(5),
                        new PageAddress(
                                new Address.Article(row.getString(1)), updated(row.getLong(2), row.getString(3)))))
                .list();
    }

    private static @Nullable Instant updated(long seconds, String from) {
        Instant time = Instant.ofEpochSecond(seconds);
        return from.equals(Article.DateOrigin.NONE.name()) && time.equals(Article.Times.UNKNOWN) ? null : time;
    }

    private Optional<ArchiveEnd> end(long page) {
        return archives.exist() ? archives.end(Term.EVERYTHING.number(), page) : Optional.empty();
    }
}
