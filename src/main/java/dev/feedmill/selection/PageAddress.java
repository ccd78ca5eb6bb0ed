package dev.feedmill.selection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The address of an HTML page.
 *
 * @param path percent-encoded, without a leading slash
 * @param updated time of the last change of its content; null if unknown
 */
public record PageAddress(String path, @Nullable Instant updated) {}
