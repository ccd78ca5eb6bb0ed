package dev.feedmill.dialect.config;

import dev.feedmill.problem.Problem;

/** What is wrong with a configuration file, and what counts instead of what it says. */
public record ConfigFault(Problem problem, Effect effect) {
    /** What becomes of articles whose configuration cannot be read. */
    public enum Effect {
        /** They are read as if the file said what it said before. */
        LAST_TEXT("what the file said before counts until it is mended"),
        /** Nobody knows what it would hold back. */
        HELD_BACK(
                "it could never be read before: articles that are new are held back until it can be, what is published"
                        + " stays as it is"),
        /** A pattern names files, and nobody knows which. */
        PATTERN("no file that it may leave out is an article until it is mended"),
        /** More is there than is looked at. */
        BEYOND("what is beyond is not looked at"),
        /** It holds nothing back. */
        LEFT_OUT("nothing of this file counts");

        private final String words;

        Effect(String words) {
            this.words = words;
        }
    }

    /** The same as a problem, which says what counts instead. */
    public Problem asProblem() {
        return new Problem(problem.location(), problem.kind(), problem.message() + "; " + effect.words);
    }

    /** For the operator. */
    @Override
    public String toString() {
        return asProblem().toString();
    }
}
