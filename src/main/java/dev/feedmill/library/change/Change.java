package dev.feedmill.library.change;

import dev.feedmill.selection.Term;
import java.util.Set;

/**
 * What one commit changed for clients.
 *
 * @param number of its transaction; of two changes, the later one has the higher number. 0 if it is not in the log
 * @param terms numbers of all terms whose listing or state changed; includes 0 (everything) whenever a public
 *     article was added, changed or removed
 * @param unknown whether anything else may have changed too, because the log no longer says what changed
 */
public record Change(long number, Set<Long> terms, boolean unknown) {
    public Change {
        terms = Set.copyOf(terms);
    }

    /** A change of these terms only. */
    public Change(Set<Long> terms) {
        this(0, terms, false);
    }

    /** A change of unknown extent: nothing that was read before is reliable. */
    public static Change ofAnything() {
        return ofAnything(0);
    }

    /** Everything up to a change of this number, of which the log no longer says more. */
    static Change ofAnything(long number) {
        return new Change(number, Set.of(Term.EVERYTHING.number()), true);
    }
}
