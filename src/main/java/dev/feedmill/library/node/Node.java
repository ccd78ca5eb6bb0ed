package dev.feedmill.library.node;

import java.time.Instant;

/**
 * One of the servers that share a library.
 *
 * @param address at which it listens
 * @param isLeader whether it follows the folder and tells others of changes
 * @param seen when it was last heard of, by the clock of the database
 * @param behind number of transactions that it did not know of then
 */
public record Node(
        String id, String host, String address, String version, boolean isLeader, Instant seen, long behind) {}
