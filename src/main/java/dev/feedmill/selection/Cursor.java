package dev.feedmill.selection;

import java.time.Instant;

/**
 * A place between two articles in a sorted list: by time, latest first, then by number.
 *
 * @param time sort time of the last article before the place; whole seconds
 * @param number number of that article in the library
 */
public record Cursor(Instant time, long number) {}
