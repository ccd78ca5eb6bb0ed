package dev.feedmill.selection;

import org.jspecify.annotations.Nullable;

/**
 * A query for articles: conditions, order and size of the page; the latest come first.
 *
 * @param after only articles after this cursor, which must be of the same order
 * @param limit page size, at least 1
 */
public record Selection(
        Conditions where, Order order, @Nullable Cursor after, int limit) {
    /** The time by which articles are sorted. */
    public enum Order {
        PUBLISHED,
        UPDATED
    }

    public Selection {
        if (limit < 1) {
            throw new IllegalArgumentException("a selection has a limit of at least 1");
        }
    }

    /** Selects the newest articles of a term. */
    public static Selection newest(Term term, int limit) {
        return newest(Conditions.under(term), limit);
    }

    /** Selects the newest articles that match conditions. */
    public static Selection newest(Conditions where, int limit) {
        return new Selection(where, Order.PUBLISHED, null, limit);
    }
}
