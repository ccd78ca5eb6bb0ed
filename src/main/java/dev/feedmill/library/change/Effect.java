package dev.feedmill.library.change;

import java.util.List;
import java.util.Set;

/**
 * What a transaction changes for clients; it becomes a {@link Change} with the commit.
 *
 * @param terms numbers of the terms that it changes
 * @param entries changed entries of feeds
 */
public record Effect(Set<Long> terms, List<EntryChange> entries) {
    /** No change that a client can see. */
    public static final Effect NONE = new Effect(Set.of(), List.of());

    public Effect {
        terms = Set.copyOf(terms);
        entries = List.copyOf(entries);
    }

    /** A change of terms, such as their names, and of no entry. */
    public static Effect ofTerms(Set<Long> terms) {
        return new Effect(terms, List.of());
    }
}
