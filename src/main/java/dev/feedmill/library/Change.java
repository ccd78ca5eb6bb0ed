package dev.feedmill.library;

import java.util.Set;

/**
 * What one commit changed for readers.
 *
 * @param terms numbers of all terms whose listing or state is another now; 0 (everything) among them whenever a public
 *     article came, went or changed
 */
public record Change(Set<Long> terms) {
    public Change {
        terms = Set.copyOf(terms);
    }
}
