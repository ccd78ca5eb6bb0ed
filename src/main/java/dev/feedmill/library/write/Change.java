package dev.feedmill.library.write;

import dev.feedmill.selection.Term;
import java.util.Set;

/**
 * What one commit changed for clients.
 *
 * @param terms numbers of all terms whose listing or state changed; includes 0 (everything) whenever a public
 *     article was added, changed or removed
 * @param unknown whether anything else may have changed too, because a commit's effect is unknown
 */
public record Change(Set<Long> terms, boolean unknown) {
    public Change {
        terms = Set.copyOf(terms);
    }

    /** A change of these terms only. */
    public Change(Set<Long> terms) {
        this(terms, false);
    }

    /** A change of unknown extent: nothing that was read before is reliable. */
    public static Change ofAnything() {
        return new Change(Set.of(Term.EVERYTHING.number()), true);
    }
}
