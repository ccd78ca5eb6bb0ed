package dev.feedmill.library.words;

import dev.feedmill.search.TextQuery;
import dev.feedmill.selection.Selection;

/**
 * Query plan of a text search: either begin with matching words and look each article up in the listings, or begin with
 * the listings and test each article for the words.
 *
 * @param leads whether to begin with the words
 */
public record TextSearchPlan(TextSql sql, boolean leads) {
    /** Cost of a lookup in the words, in lookups in a listing. */
    private static final long LOOKS = 10;

    /** Maximum number of matches to sort, or to join if they are unordered. */
    private static final long MANY = 20_000;

    /**
     * Chooses the cheaper plan for a query.
     *
     * @param others upper bound of the number of articles that match the other conditions
     */
    public static TextSearchPlan of(TextIndex index, TextQuery query, Selection.Order order, long others) {
        return new TextSearchPlan(index.sql(query), leads(index, query, order, others));
    }

    private static boolean leads(TextIndex index, TextQuery query, Selection.Order order, long others) {
        if (query.all().isEmpty()) {
            return false;
        }
        long max = others < MANY / LOOKS ? others * LOOKS : MANY;
        boolean soon = max == MANY && index.streams() && order == Selection.Order.PUBLISHED;
        return soon || index.count(query, max + 1) <= max;
    }
}
