package dev.feedmill.selection;

import org.jspecify.annotations.Nullable;

/**
 * Some of the articles that fulfil conditions, the latest first.
 *
 * @param after only those that come after this place, which is of the same order
 * @param limit at most so many, at least 1
 */
public record Selection(
        Conditions where, Order order, @Nullable Cursor after, int limit) {
    /** By which of their times articles are sorted. */
    public enum Order {
        PUBLISHED,
        UPDATED
    }

    public Selection {
        if (limit < 1) {
            throw new IllegalArgumentException("a selection has a limit of at least 1");
        }
    }

    /** The newest articles of one term. */
    public static Selection newest(Term term, int limit) {
        return newest(Conditions.under(term), limit);
    }

    /** The newest articles that fulfil conditions. */
    public static Selection newest(Conditions where, int limit) {
        return new Selection(where, Order.PUBLISHED, null, limit);
    }
}
