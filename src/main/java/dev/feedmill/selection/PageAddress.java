package dev.feedmill.selection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of this server is.
 *
 * @param path percent-encoded, without a slash at its start
 * @param updated when what it shows last changed; null where nothing says it
 */
public record PageAddress(String path, @Nullable Instant updated) {}
