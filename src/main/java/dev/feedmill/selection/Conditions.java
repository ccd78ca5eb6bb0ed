package dev.feedmill.selection;

import dev.feedmill.search.TextQuery;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which articles are wanted: those that fulfil all of these.
 *
 * @param groups one of the terms of each; none for all articles
 * @param none terms under which they are not
 * @param languages one of these; null for any
 * @param pictured whether only those with a picture
 * @param text what they say; null for anything
 * @param from only those published at or after this
 * @param since only those published or updated at or after this
 * @param until only those published before this
 */
public record Conditions(
        List<List<Term>> groups,
        List<Term> none,
        @Nullable Languages languages,
        boolean pictured,
        @Nullable TextQuery text,
        @Nullable Instant from,
        @Nullable Instant since,
        @Nullable Instant until) {
    /** Every article. */
    public static final Conditions NOTHING_ASKED =
            new Conditions(List.of(), List.of(), null, false, null, null, null, null);

    public Conditions {
        groups = groups.stream().map(List::copyOf).toList();
        none = List.copyOf(none);
        if (groups.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("a group names a term");
        }
    }

    /**
     * Languages as they are asked for.
     *
     * @param ranges BCP 47 tags; each stands for all that begin with its subtags (RFC 4647 section 3.3.1)
     * @param unnamed whether articles that name no language are in one of them
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
        return new Conditions(terms.stream().map(List::of).toList(), List.of(), null, false, null, null, null, null);
    }

    /** Only those of them published or updated at or after a time. */
    public Conditions since(@Nullable Instant time) {
        return new Conditions(groups, none, languages, pictured, text, from, time, until);
    }

    /** The same whenever they were published or updated. */
    public Conditions always() {
        return new Conditions(groups, none, languages, pictured, text, null, null, null);
    }

    /** Whether nothing but a single term is asked for. */
    public boolean isOneTerm() {
        return groups.size() == 1
                && groups.get(0).size() == 1
                && equals(under(groups.get(0).get(0)));
    }
}
