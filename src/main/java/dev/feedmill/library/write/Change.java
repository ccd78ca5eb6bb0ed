package dev.feedmill.library.write;

import dev.feedmill.selection.Term;
import java.util.Set;

/**
 * What one commit changed for readers.
 *
 * @param terms numbers of all terms whose listing or state is another now; 0 (everything) among them whenever a public
 *     article came, went or changed
 * @param unknown whether anything else may have changed too, since it is not known what a commit did
 */
public record Change(Set<Long> terms, boolean unknown) {
    public Change {
        terms = Set.copyOf(terms);
    }

    /** What a commit did to these terms, and no more. */
    public Change(Set<Long> terms) {
        this(terms, false);
    }

    /** Nothing that was read before can be relied on. */
    public static Change ofAnything() {
        return new Change(Set.of(Term.EVERYTHING.number()), true);
    }
}
