package dev.feedmill.library;

import java.util.List;

/**
 * What a public article says, as tokens.
 *
 * @param published seconds since the epoch
 */
record Wording(long article, long published, List<String> title, List<String> body) {}
