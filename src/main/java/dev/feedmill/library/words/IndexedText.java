package dev.feedmill.library.words;

/**
 * The text of a public article, as tokens separated by spaces.
 *
 * @param published seconds since the epoch
 */
record IndexedText(long article, long published, String title, String body) {}
