package dev.feedmill.library.words;

import dev.feedmill.search.TextQuery;
import dev.feedmill.selection.Selection;

/**
 * Query plan of a text search: either begin with matching words and look each article up in the listings, or begin with
 * the listings and test each article for the words.
 *
 * @param startsWithWords whether to begin with the words
 */
public record TextSearchPlan(TextSql sql, boolean startsWithWords) {
    /** Cost of a lookup in the words, in lookups in a listing. */
    private static final long LOOKUP_COST = 10;

    /** Maximum number of matches to sort, or to join if they are unordered. */
    private static final long MAX_MATCHES = 20_000;

    /**
     * Chooses the cheaper plan for a query.
     *
     * @param others upper bound of the number of articles that match the other conditions
     */
    public static TextSearchPlan of(TextIndex index, TextQuery query, Selection.Order order, long others) {
        return new TextSearchPlan(index.sql(query), startsWithWords(index, query, order, others));
    }

    private static boolean startsWithWords(TextIndex index, TextQuery query, Selection.Order order, long others) {
        if (query.all().isEmpty()) {
            return false;
        }
        long max = others < MAX_MATCHES / LOOKUP_COST ? others * LOOKUP_COST : MAX_MATCHES;
        boolean soon = max == MAX_MATCHES && index.streams() && order == Selection.Order.PUBLISHED;
        return soon || index.count(query, max + 1) <= max;
    }
}
