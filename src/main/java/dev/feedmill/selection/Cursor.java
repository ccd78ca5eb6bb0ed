package dev.feedmill.selection;

import java.time.Instant;

/**
 * A place between two articles in the order of a list: by time, the latest first, then by number.
 *
 * @param time by which the list is sorted, of the last article before the place; whole seconds
 * @param number of that article in the library
 */
public record Cursor(Instant time, long number) {}
