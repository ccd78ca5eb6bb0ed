package dev.feedmill.http.query;

import dev.feedmill.feed.item.ContentOptions;
import dev.feedmill.filter.EntryFilter;
import dev.feedmill.selection.Conditions;
import dev.feedmill.selection.Cursor;
import dev.feedmill.selection.Selection.Order;
import dev.feedmill.selection.Term;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an address asks for, checked.
 *
 * @param query its canonical form; empty where the path alone says the same
 * @param words what is asked for, in words that a title can show; empty where it is all that the path names
 * @param where with the times as they are now
 * @param filter what entries must have besides
 * @param limit null where none is named
 * @param after null for the latest
 * @param fields of the items of {@code /latest}; empty for all
 * @param from as it was named; null where it was not; so are the others
 */
public record SelectionRequest(
        String query,
        String words,
        Conditions where,
        EntryFilter filter,
        Order order,
        @Nullable Integer limit,
        @Nullable Cursor after,
        ContentOptions shape,
        List<String> fields,
        @Nullable TimeBound from,
        @Nullable TimeBound since,
        @Nullable TimeBound until) {
    private static final Set<Long> EVERYTHING = Set.of(Term.EVERYTHING.number());

    /** Numbers of the terms of which a change may change the answer. */
    public Set<Long> terms() {
        return where.groups().isEmpty()
                ? EVERYTHING
                : where.groups().stream()
                        .flatMap(List::stream)
                        .map(Term::number)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** The same of no more articles than a page shows. */
    public SelectionRequest atMost(int most) {
        return new SelectionRequest(query, words, where, filter, order, most, after, shape, fields, from, since, until);
    }

    /** What the answer is kept under below a path: where the times move, another one whenever they have. */
    public String key() {
        return query + times();
    }

    /** What tells an answer from that of the same question at another time; empty where nothing does. */
    public String times() {
        StringBuilder key = new StringBuilder();
        times(from, where.from(), key);
        times(since, where.since(), key);
        times(until, where.until(), key);
        return key.toString();
    }

    private static void times(@Nullable TimeBound asked, @Nullable Instant now, StringBuilder key) {
        if (asked != null && asked.isMoving()) {
            // No query has a blank in it.
            key.append(' ').append(now);
        }
    }
}
