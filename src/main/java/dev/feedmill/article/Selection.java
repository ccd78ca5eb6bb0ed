package dev.feedmill.article;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which articles are asked for: those under every one of the terms, newest first.
 *
 * @param terms at least one; {@link Term#EVERYTHING} alone for all
 * @param since only those updated at or after this
 * @param after only those that come after this place
 * @param limit at most so many, at least 1
 */
public record Selection(
        List<Term> terms, @Nullable Instant since, @Nullable Cursor after, int limit) {
    public Selection {
        terms = List.copyOf(terms);
        if (terms.isEmpty() || limit < 1) {
            throw new IllegalArgumentException("a selection names a term and a limit of at least 1");
        }
    }

    /** The newest articles of one term. */
    public static Selection newest(Term term, int limit) {
        return new Selection(List.of(term), null, null, limit);
    }
}
