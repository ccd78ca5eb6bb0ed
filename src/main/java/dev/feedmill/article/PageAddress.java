package dev.feedmill.article;

import java.time.Instant;

/**
 * Where a page of this server is.
 *
 * @param path percent-encoded, without a slash at its start
 * @param updated when what it shows last changed
 */
public record PageAddress(String path, Instant updated) {}
