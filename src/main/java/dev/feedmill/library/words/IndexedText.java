package dev.feedmill.library.words;

/**
 * What a public article says, as tokens with blanks between them.
 *
 * @param published seconds since the epoch
 */
record IndexedText(long article, long published, String title, String body) {}
