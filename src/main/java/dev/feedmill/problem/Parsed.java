package dev.feedmill.problem;

import java.util.List;

/** What came of reading something that a person wrote: a value, perhaps repaired, or a refusal; and all that was wrong. */
public sealed interface Parsed<T> {
    /** Everything that was found wrong, in the order of the lines. */
    List<Problem> problems();

    /** The value could be read; each problem says what was repaired or left out. */
    record Read<T>(T value, List<Problem> problems) implements Parsed<T> {
        public Read {
            problems = List.copyOf(problems);
        }
    }

    /** Nothing usable; at least one problem says why. */
    record Refused<T>(List<Problem> problems) implements Parsed<T> {
        public Refused {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }
    }
}
