package dev.feedmill.pages.part;

/**
 * A date with its text for people.
 *
 * @param datetime machine-readable, as in RFC 3339
 */
public record ShownDate(String datetime, String text) {}
