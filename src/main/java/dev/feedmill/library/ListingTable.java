package dev.feedmill.library;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** What one transaction changes in listings and in the counts of terms; nothing is written before {@link #flush}. */
final class ListingTable {
    private final Handle handle;
    private final SortedMap<Long, long[]> counts = new TreeMap<>();
    private final SortedMap<Long, Long> latest = new TreeMap<>();
    private final Set<Long> articles = new HashSet<>();
    private final Set<ListingLine> gone = new LinkedHashSet<>();
    private final Map<ListingLine, Long> come = new LinkedHashMap<>();

    ListingTable(Handle handle) {
        this.handle = handle;
    }

    /** An article that is another now, or new, or without a future; {@code now} is the time of what leaves no other. */
    void change(@Nullable ArticleRow before, ArticleRow after, long now) {
        List<Long> used = before == null || before.removed() ? List.of() : before.terms();
        List<Long> uses = after.removed() ? List.of() : after.terms();
        List<Long> shown = before != null && before.visible() ? before.terms() : List.of();
        List<Long> shows = after.visible() ? after.terms() : List.of();
        count(used, 0, -1);
        count(uses, 0, 1);
        count(shown, 1, -1);
        count(shows, 1, 1);
        if (!shown.isEmpty() || !shows.isEmpty()) {
            articles.add(after.number());
        }
        for (long term : shown) {
            remove(new ListingLine(term, before == null ? 0 : before.published(), after.number()));
            latest.merge(term, after.visible() ? after.updated() : now, Math::max);
        }
        for (long term : shows) {
            come.put(new ListingLine(term, after.published(), after.number()), after.updated());
            latest.merge(term, after.updated(), Math::max);
        }
    }

    private void remove(ListingLine line) {
        if (come.remove(line) == null) {
            gone.add(line);
        }
    }

    private void count(List<Long> terms, int which, long by) {
        for (long term : terms) {
            counts.computeIfAbsent(term, t -> new long[2])[which] += by;
        }
    }

    /** Terms in whose listings something is another now, each with the time of the latest of it. */
    SortedMap<Long, Long> changedListings() {
        return latest;
    }

    /** Numbers of the articles in them that are others now. */
    Set<Long> changedArticles() {
        return articles;
    }

    /** Lines of public articles that were not there before. */
    Collection<ListingLine> entered() {
        return come.keySet().stream().filter(line -> !gone.contains(line)).toList();
    }

    /** Lines that stay, of articles that are others now. */
    Collection<ListingLine> edited() {
        return come.keySet().stream().filter(gone::contains).toList();
    }

    /** Lines that are gone. */
    Collection<ListingLine> left() {
        return gone.stream().filter(line -> !come.containsKey(line)).toList();
    }

    /** Terms of which anything changed that a reader can see, whether they exist for readers at all included. */
    Set<Long> changedTerms() {
        Set<Long> terms = new TreeSet<>(latest.keySet());
        counts.forEach((term, by) -> {
            if (by[0] != 0 || by[1] != 0) {
                terms.add(term);
            }
        });
        return terms;
    }

    void flush() {
        PreparedBatch deletes =
                handle.prepareBatch("DELETE FROM listing WHERE term = ? AND published = ? AND article = ?");
        left().forEach(line -> deletes.add(line.term(), line.published(), line.article()));
        if (deletes.size() > 0) {
            deletes.execute();
        }
        PreparedBatch inserts = handle.prepareBatch(
                "INSERT INTO listing (term, published, article, updated)"
                        + " VALUES (?, ?, ?, ?) ON CONFLICT (term, published, article) DO UPDATE SET updated = excluded.updated");
        come.forEach((line, updated) -> inserts.add(line.term(), line.published(), line.article(), updated));
        if (inserts.size() > 0) {
            inserts.execute();
        }
        PreparedBatch updates = handle.prepareBatch("UPDATE term SET uses = uses + ?, shown = shown + ?,"
                + " successor = CASE WHEN ? > 0 THEN NULL ELSE successor END WHERE number = ?");
        counts.forEach((term, by) -> {
            if (by[0] != 0 || by[1] != 0) {
                updates.add(by[0], by[1], by[0], term);
            }
        });
        if (updates.size() > 0) {
            updates.execute();
        }
    }
}
