package dev.feedmill.html.markup;

/**
 * A fault in HTML that an author wrote.
 *
 * @param line counted from 1 in the sanitizer's input
 * @param message what is expected and how it was repaired, without a final dot
 */
public record Fault(int line, String message) {}
