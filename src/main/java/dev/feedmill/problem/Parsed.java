package dev.feedmill.problem;

import java.util.List;

/** The result of parsing what a person wrote: a value, possibly repaired, or a refusal; with all problems. */
public sealed interface Parsed<T> {
    /** All problems, by line. */
    List<Problem> problems();

    /** A value; each problem says what was repaired or left out. */
    record Read<T>(T value, List<Problem> problems) implements Parsed<T> {
        public Read {
            problems = List.copyOf(problems);
        }
    }

    /** No usable value; at least one problem gives the reason. */
    record Refused<T>(List<Problem> problems) implements Parsed<T> {
        public Refused {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }
    }
}
