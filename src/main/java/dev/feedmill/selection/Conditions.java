package dev.feedmill.selection;

import dev.feedmill.address.Parameter;
import dev.feedmill.search.TextQuery;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Conditions for articles, all of which must hold.
 *
 * @param groups groups of terms; an article must be under a term of each group; empty for all articles
 * @param none excluded terms
 * @param languages allowed languages; null for any
 * @param text full-text condition; null for none
 * @param values what further parameters demand, such as a picture, in canonical form
 * @param times limits on the times of articles
 */
public record Conditions(
        List<List<Term>> groups,
        List<Term> none,
        @Nullable Languages languages,
        @Nullable TextQuery text,
        Map<Parameter, String> values,
        Map<TimeCondition, Instant> times) {
    /** No condition: every article. */
    public static final Conditions NOTHING_ASKED = new Conditions(List.of(), List.of(), null, null, Map.of(), Map.of());

    public Conditions {
        groups = groups.stream().map(List::copyOf).toList();
        none = List.copyOf(none);
        values = Map.copyOf(values);
        times = Map.copyOf(times);
        if (groups.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("a group names a term");
        }
    }

    /**
     * Allowed languages.
     *
     * @param ranges BCP 47 tags; each matches all tags that begin with its subtags (RFC 4647 section 3.3.1)
     * @param unnamed whether articles without a language match
     */
    public record Languages(List<String> ranges, boolean unnamed) {
        public Languages {
            ranges = List.copyOf(ranges);
        }
    }

    /** The articles under a term. */
    public static Conditions under(Term term) {
        return under(List.of(term));
    }

    /** The articles under every one of the terms. */
    public static Conditions under(List<Term> terms) {
        return new Conditions(terms.stream().map(List::of).toList(), List.of(), null, null, Map.of(), Map.of());
    }

    /** Adds a lower bound for publication or update. */
    public Conditions since(Instant time) {
        Map<TimeCondition, Instant> others = new EnumMap<>(TimeCondition.class);
        others.putAll(times);
        others.put(TimeCondition.SINCE, time);
        return new Conditions(groups, none, languages, text, values, others);
    }

    /** Adds limits on the time of publication, beside those that there are. */
    public Conditions within(Instant from, Instant until) {
        Map<TimeCondition, Instant> others = new EnumMap<>(TimeCondition.class);
        others.putAll(times);
        others.merge(TimeCondition.FROM, from, (one, other) -> one.isAfter(other) ? one : other);
        others.merge(TimeCondition.UNTIL, until, (one, other) -> one.isBefore(other) ? one : other);
        return new Conditions(groups, none, languages, text, values, others);
    }

    /** Removes all limits on times. */
    public Conditions always() {
        return new Conditions(groups, none, languages, text, values, Map.of());
    }

    /** The limit on a time; null for none. */
    public @Nullable Instant time(TimeCondition condition) {
        return times.get(condition);
    }

    /** Whether the only condition is a single term. */
    public boolean isOneTerm() {
        return groups.size() == 1
                && groups.get(0).size() == 1
                && equals(under(groups.get(0).get(0)));
    }
}
