package dev.feedmill.library.words;

import dev.feedmill.search.TextQuery;
import dev.feedmill.selection.Selection;

/**
 * How articles are found that say something: by their words, each looked up in the listings, or by the listings, each looked
 * up in the words.
 *
 * @param leads whether the words are asked first
 */
public record TextSearchPlan(TextSql sql, boolean leads) {
    /** A look into the words costs as much as so many into a listing. */
    private static final long LOOKS = 10;

    /** So many matches are sorted, or joined where they do not come in order. */
    private static final long MANY = 20_000;

    /**
     * The better way for a query.
     *
     * @param others at most so many articles fulfil the other conditions
     */
    public static TextSearchPlan of(TextIndex index, TextQuery query, Selection.Order order, long others) {
        return new TextSearchPlan(index.sql(query), leads(index, query, order, others));
    }

    private static boolean leads(TextIndex index, TextQuery query, Selection.Order order, long others) {
        if (query.all().isEmpty()) {
            return false;
        }
        long most = others < MANY / LOOKS ? others * LOOKS : MANY;
        boolean soon = most == MANY && index.streams() && order == Selection.Order.PUBLISHED;
        return soon || index.count(query, most + 1) <= most;
    }
}
