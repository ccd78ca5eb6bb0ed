package dev.feedmill.article;

import java.time.Instant;

/**
 * A place between two articles in the order of feeds: newest first, then by number.
 *
 * @param published of the last article before the place, whole seconds
 * @param number of that article in the library
 */
public record Cursor(Instant published, long number) {}
