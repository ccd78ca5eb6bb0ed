package dev.feedmill.library.table;

import dev.feedmill.article.Visibility;
import dev.feedmill.selection.Term;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Pending changes of listings and term counters in one transaction; {@link #flush} writes them. */
public final class ListingTable {
    private final Handle handle;
    private final SortedMap<Long, Counts> counts = new TreeMap<>();
    private final SortedMap<Long, Long> latest = new TreeMap<>();
    private final Set<Long> pages = new TreeSet<>();
    private final Set<Long> articles = new HashSet<>();
    // Removed lines, each with the time of its article's last change.
    private final Map<ListingLine, Long> removed = new LinkedHashMap<>();
    private final Map<ListingLine, Long> inserted = new LinkedHashMap<>();

    /** Changes of a term's counters. */
    private record Counts(long uses, long shown, long besideFeeds) {
        static final Counts ONE_USE = new Counts(1, 0, 0);

        static Counts oneIn(long listing) {
            return ListingLine.isOfFeeds(listing) ? new Counts(0, 1, 0) : new Counts(0, 0, 1);
        }

        Counts times(int by) {
            return new Counts(uses * by, shown * by, besideFeeds * by);
        }

        Counts plus(Counts other) {
            return new Counts(uses + other.uses, shown + other.shown, besideFeeds + other.besideFeeds);
        }

        boolean isAny() {
            return uses != 0 || shown != 0 || besideFeeds != 0;
        }
    }

    public ListingTable(Handle handle) {
        this.handle = handle;
    }

    /**
     * Records a new, changed or removed article; {@code now} is the time of the change if feeds no longer contain it.
     */
    public void change(@Nullable ArticleRow before, ArticleRow after, long now) {
        List<Long> listingsBefore = before == null ? List.of() : before.listings();
        List<Long> listingsAfter = after.listings();
        uses(before).forEach(term -> count(term, Counts.ONE_USE.times(-1)));
        uses(after).forEach(term -> count(term, Counts.ONE_USE));
        count(listingsBefore, -1);
        count(listingsAfter, 1);
        if (!listingsBefore.isEmpty() || !listingsAfter.isEmpty()) {
            articles.add(after.number());
        }
        if (before != null) {
            long time = listingsAfter.stream().anyMatch(ListingLine::isOfFeeds) ? after.updated() : now;
            listingsBefore.forEach(listing -> {
                remove(before, listing);
                changed(listing, time);
            });
        }
        for (long listing : listingsAfter) {
            inserted.put(new ListingLine(listing, after.published(), after.number()), after.updated());
            changed(listing, after.updated());
        }
        if (after.visible() || (before != null && before.visible())) {
            // The article's own page may be the only one that shows it.
            pages.add(Term.EVERYTHING.number());
        }
    }

    /**
     * Terms that have an address because of this article, even if it is a draft; none if only its own page is public.
     */
    private static List<Long> uses(@Nullable ArticleRow row) {
        return row == null || row.removed() || row.article().visibility().degree() == Visibility.Degree.PAGE_ONLY
                ? List.of()
                : row.terms();
    }

    private void changed(long number, long time) {
        if (ListingLine.isOfFeeds(number)) {
            latest.merge(number, time, Math::max);
        } else {
            pages.add(ListingLine.termOf(number));
        }
    }

    private void remove(ArticleRow row, long term) {
        ListingLine line = new ListingLine(term, row.published(), row.number());
        if (inserted.remove(line) == null) {
            removed.put(line, row.updated());
        }
    }

    private void count(List<Long> listings, int by) {
        listings.forEach(
                number -> count(ListingLine.termOf(number), Counts.oneIn(number).times(by)));
    }

    private void count(long term, Counts by) {
        counts.merge(term, by, Counts::plus);
    }

    /** Changed listings, each with the time of its latest change. */
    public SortedMap<Long, Long> changedListings() {
        return latest;
    }

    /** Numbers of the changed articles in listings. */
    public Set<Long> changedArticles() {
        return articles;
    }

    /** New lines of feeds. */
    public Collection<ListingLine> entered() {
        return ofFeeds(inserted.keySet(), line -> !removed.containsKey(line));
    }

    /** Lines of feeds that remain, of changed articles. */
    public Collection<ListingLine> edited() {
        return ofFeeds(inserted.keySet(), removed::containsKey);
    }

    /** Removed lines of feeds, each with the time of its article's last change. */
    public Map<ListingLine, Long> left() {
        Map<ListingLine, Long> left = new LinkedHashMap<>(removed);
        left.keySet().removeIf(line -> !line.isOfFeeds() || inserted.containsKey(line));
        return left;
    }

    private static Collection<ListingLine> ofFeeds(Set<ListingLine> lines, Predicate<ListingLine> which) {
        return lines.stream().filter(ListingLine::isOfFeeds).filter(which).toList();
    }

    /** Terms with any change that a client can see, including whether they exist at all. */
    public Set<Long> changedTerms() {
        Set<Long> terms = new TreeSet<>(latest.keySet());
        terms.addAll(pages);
        counts.forEach((term, by) -> {
            if (by.isAny()) {
                terms.add(term);
            }
        });
        return terms;
    }

    public void flush() {
        PreparedBatch deletes =
                handle.prepareBatch("DELETE FROM listing WHERE term = ? AND published = ? AND article = ?");
        removed.keySet().stream()
                .filter(line -> !inserted.containsKey(line))
                .forEach(line -> deletes.add(line.term(), line.published(), line.article()));
        if (deletes.size() > 0) {
            deletes.execute();
        }
        PreparedBatch inserts = handle.prepareBatch(
                "INSERT INTO listing (term, published, article, updated)"
                        + " VALUES (?, ?, ?, ?) ON CONFLICT (term, published, article) DO UPDATE SET updated = excluded.updated");
        inserted.forEach((line, updated) -> inserts.add(line.term(), line.published(), line.article(), updated));
        if (inserts.size() > 0) {
            inserts.execute();
        }
        PreparedBatch updates = handle.prepareBatch("UPDATE term SET uses = uses + ?, shown = shown + ?,"
                + " beside_feeds = beside_feeds + ?,"
                + " successor = CASE WHEN ? > 0 THEN NULL ELSE successor END WHERE number = ?");
        counts.forEach((term, by) -> {
            if (by.isAny()) {
                updates.add(by.uses(), by.shown(), by.besideFeeds(), by.uses(), term);
            }
        });
        if (updates.size() > 0) {
            updates.execute();
        }
    }
}
