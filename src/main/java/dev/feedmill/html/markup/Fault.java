package dev.feedmill.html.markup;

/**
 * Something wrong in HTML that an author wrote.
 *
 * @param line counted from 1 in what was given to be cleaned
 * @param message says what is wanted and what was made of it, without a final dot
 */
public record Fault(int line, String message) {}
