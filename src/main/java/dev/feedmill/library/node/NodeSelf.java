package dev.feedmill.library.node;

import java.util.UUID;

/**
 * What this server tells the others of itself.
 *
 * @param id of this process
 * @param address at which it listens
 */
public record NodeSelf(String id, String host, String address, String version) {
    public NodeSelf(String host, String address, String version) {
        this(UUID.randomUUID().toString(), host, address, version);
    }
}
