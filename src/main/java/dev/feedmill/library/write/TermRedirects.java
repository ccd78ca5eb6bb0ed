package dev.feedmill.library.write;

import dev.feedmill.article.Article;
import dev.feedmill.article.CategoryPath;
import dev.feedmill.selection.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Records where articles go that leave one term for another. If all have left a term for the same other one, it was
 * renamed, and its address redirects.
 */
final class TermRedirects {
    /** Value for a term whose articles went to several others. */
    static final long SEVERAL = -1;

    /** Articles that leave within this time count as leaving for one reason. */
    private static final long TOGETHER_SECONDS = 7L * 24 * 60 * 60;

    private final Handle handle;
    private final TermTable terms;
    private final Map<Long, Long> moves = new LinkedHashMap<>();

    TermRedirects(Handle handle, TermTable terms) {
        this.handle = handle;
        this.terms = terms;
    }

    /** Compares an article before and after; counts if exactly one name of a kind was replaced. */
    void compare(Article before, Article after) {
        exchange(Term.Kind.CATEGORY, paths(before.categories()), paths(after.categories()));
        exchange(Term.Kind.AUTHOR, singles(before.authors()), singles(after.authors()));
        exchange(Term.Kind.TAG, singles(before.tags()), singles(after.tags()));
    }

    private static List<List<String>> paths(List<CategoryPath> paths) {
        return paths.stream().map(CategoryPath::names).toList();
    }

    private static List<List<String>> singles(List<String> names) {
        return names.stream().map(List::of).toList();
    }

    private void exchange(Term.Kind kind, List<List<String>> before, List<List<String>> after) {
        List<List<String>> left = new ArrayList<>(before);
        left.removeAll(after);
        List<List<String>> joined = new ArrayList<>(after);
        joined.removeAll(before);
        if (left.size() != 1
                || joined.size() != 1
                || left.get(0).size() != joined.get(0).size()) {
            return;
        }
        List<Long> from = terms.withAncestors(handle, kind, left.get(0));
        List<Long> to = terms.withAncestors(handle, kind, joined.get(0));
        for (int i = 0; i < from.size(); i++) {
            if (!from.get(i).equals(to.get(i))) {
                moves.merge(from.get(i), to.get(i), (one, other) -> one.equals(other) ? one : SEVERAL);
            }
        }
    }

    /** Writes the records; {@code now} in seconds since the epoch. */
    void flush(long now) {
        moves.forEach((from, to) -> handle.createUpdate("UPDATE term SET successor ="
                        + " CASE WHEN successor IS NULL OR successor = :to OR succeeded_at < :before THEN :to"
                        + " ELSE :several END, succeeded_at = :now WHERE number = :from")
                .bind("to", to)
                .bind("from", from)
                .bind("several", SEVERAL)
                .bind("before", now - TOGETHER_SECONDS)
                .bind("now", now)
                .execute());
    }
}
