package dev.feedmill.selection;

import dev.feedmill.address.Address;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An HTML page in the sitemap.
 *
 * @param updated time of the last change of its content; null if unknown
 */
public record PageAddress(Address address, @Nullable Instant updated) {}
