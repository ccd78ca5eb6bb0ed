package dev.feedmill.library.change;

import dev.feedmill.selection.Term;
import java.util.List;
import java.util.Set;

/**
 * What a transaction changes for clients; it becomes a {@link Change} with the commit.
 *
 * @param terms numbers of the terms that it changes
 * @param entries changed entries of feeds
 * @param unknown whether it may change anything else too
 */
public record Effect(Set<Long> terms, List<EntryChange> entries, boolean unknown) {
    /** No change that a client can see. */
    public static final Effect NONE = new Effect(Set.of(), List.of());

    /** A change of what is said of the whole site, and so of all documents. */
    public static final Effect ANYTHING = new Effect(Set.of(Term.EVERYTHING.number()), List.of(), true);

    public Effect {
        terms = Set.copyOf(terms);
        entries = List.copyOf(entries);
    }

    /** A change of these terms and entries only. */
    public Effect(Set<Long> terms, List<EntryChange> entries) {
        this(terms, entries, false);
    }

    /** A change of terms, such as their names, and of no entry. */
    public static Effect ofTerms(Set<Long> terms) {
        return new Effect(terms, List.of());
    }
}
