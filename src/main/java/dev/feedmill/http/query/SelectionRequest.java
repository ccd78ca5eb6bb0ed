package dev.feedmill.http.query;

import dev.feedmill.feed.item.ContentOptions;
import dev.feedmill.filter.EntryFilter;
import dev.feedmill.http.message.Query;
import dev.feedmill.selection.Conditions;
import dev.feedmill.selection.Cursor;
import dev.feedmill.selection.Selection.Order;
import dev.feedmill.selection.Term;
import dev.feedmill.selection.TimeCondition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A parsed and validated query.
 *
 * @param query its canonical form; empty if the path alone says the same
 * @param words the sentence that says what is selected beside the path; empty if nothing is
 * @param where conditions, with moving time bounds resolved for now
 * @param filter further conditions on entries
 * @param piece which of them, in which order
 * @param fields fields of the items of {@code /latest}; empty for all
 * @param bounds limits on times as given
 */
public record SelectionRequest(
        String query,
        String words,
        Conditions where,
        EntryFilter filter,
        Piece piece,
        ContentOptions shape,
        List<String> fields,
        Map<TimeCondition, TimeBound> bounds) {
    /**
     * A piece of an ordered list.
     *
     * @param limit null if none is given
     * @param after null for the first page
     */
    public record Piece(
            Order order, @Nullable Integer limit, @Nullable Cursor after) {}

    private static final Set<Long> EVERYTHING = Set.of(Term.EVERYTHING.number());

    /** Numbers of the terms whose changes may change the response. */
    public Set<Long> terms() {
        return where.groups().isEmpty()
                ? EVERYTHING
                : where.groups().stream()
                        .flatMap(List::stream)
                        .map(Term::number)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** A copy with this limit. */
    public SelectionRequest atMost(int max) {
        return new SelectionRequest(
                query, words, where, filter, new Piece(piece.order, max, piece.after), shape, fields, bounds);
    }

    /** The cache key below a path; it changes whenever a moving time bound does. */
    public String key() {
        return query + times();
    }

    /** The canonical query of the same articles and fields for {@code /events}, which have no order. */
    public String events() {
        return Query.of(query).only(SelectionParameters.EVENTS);
    }

    /** The part of the cache key for moving time bounds; empty if there are none. */
    public String times() {
        StringBuilder key = new StringBuilder();
        bounds.forEach((condition, bound) -> {
            if (bound.isMoving()) {
                // No query contains a space.
                key.append(' ').append(where.time(condition));
            }
        });
        return key.toString();
    }
}
