package dev.feedmill.report;

import dev.feedmill.library.query.HeldArticle;
import dev.feedmill.problem.Location;
import dev.feedmill.problem.Problem;

/**
 * Something that a check found in a file.
 *
 * @param at in a file relative to the articles folder
 * @param kind lower case, words joined by hyphens
 */
public record Finding(Location at, Severity severity, String kind, String message) {
    /** How bad a finding is. */
    public enum Severity {
        /** The file is not served. */
        ERROR,
        /** The file is served, but not as its author may expect. */
        WARNING,
        /** The author holds the article back. */
        NOTE
    }

    static Finding of(Problem problem, Severity severity) {
        return new Finding(problem.location(), severity, problem.kind().label(), problem.message());
    }

    static Finding of(HeldArticle article) {
        return new Finding(article.at(), Severity.NOTE, article.extent().label(), article.message());
    }

    /** The form that compilers print: {@code file:line: message}. */
    @Override
    public String toString() {
        return at + ": " + message;
    }
}
