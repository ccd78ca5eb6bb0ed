package dev.feedmill.dialect.config;

import dev.feedmill.problem.Problem;

/** A fault in a configuration file, and its effect. */
public record ConfigFault(Problem problem, Effect effect) {
    /** What happens to articles whose configuration cannot be read. */
    public enum Effect {
        /** The last valid text applies. */
        LAST_TEXT("what the file said before counts until it is mended"),
        /** It is unknown what the file would hold back, so articles are held back. */
        HELD_BACK(
                "it could never be read before: articles that are new are held back until it can be, what is published"
                        + " stays as it is"),
        /** It is unknown which files the pattern excludes. */
        PATTERN("no file that it may leave out is an article until it is mended"),
        /** A limit was exceeded; the rest is not read. */
        BEYOND("what is beyond is not looked at"),
        /** The file holds nothing back, so it is ignored. */
        EXCLUDED("nothing of this file counts");

        private final String words;

        Effect(String words) {
            this.words = words;
        }
    }

    /** Returns the fault as a problem whose message states the effect. */
    public Problem asProblem() {
        return new Problem(problem.location(), problem.kind(), problem.message() + "; " + effect.words);
    }

    /** For the operator. */
    @Override
    public String toString() {
        return asProblem().toString();
    }
}
