package dev.feedmill.report;

import dev.feedmill.problem.Location;

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
}
