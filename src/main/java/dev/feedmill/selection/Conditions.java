package dev.feedmill.selection;

import dev.feedmill.search.TextQuery;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Conditions for articles, all of which must hold.
 *
 * @param groups groups of terms; an article must be under a term of each group; empty for all articles
 * @param none excluded terms
 * @param languages allowed languages; null for any
 * @param pictured whether articles must have a picture
 * @param text full-text condition; null for none
 * @param from earliest time of publication
 * @param since earliest time of publication or update
 * @param until time before which articles were published
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
    /** No condition: every article. */
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
        return new Conditions(terms.stream().map(List::of).toList(), List.of(), null, false, null, null, null, null);
    }

    /** Adds a lower bound for publication or update. */
    public Conditions since(@Nullable Instant time) {
        return new Conditions(groups, none, languages, pictured, text, from, time, until);
    }

    /** Removes all time bounds. */
    public Conditions always() {
        return new Conditions(groups, none, languages, pictured, text, null, null, null);
    }

    /** Whether the only condition is a single term. */
    public boolean isOneTerm() {
        return groups.size() == 1
                && groups.get(0).size() == 1
                && equals(under(groups.get(0).get(0)));
    }
}
