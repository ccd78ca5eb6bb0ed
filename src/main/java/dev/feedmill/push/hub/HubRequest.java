package dev.feedmill.push.hub;

import org.jspecify.annotations.Nullable;

/**
 * A request to the hub as it was sent; null for what is missing.
 *
 * @param lease in seconds
 * @param client the address that it came from; empty if that is not known
 */
public record HubRequest(
        @Nullable String mode,
        @Nullable String topic,
        @Nullable String callback,
        @Nullable String lease,
        @Nullable String secret,
        String client) {}
