package dev.feedmill.library;

/**
 * One public article under one term.
 *
 * @param published seconds since the epoch
 */
record ListingLine(long term, long published, long article) {}
