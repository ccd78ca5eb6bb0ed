package dev.feedmill.library.delivery;

import java.util.Set;

/**
 * A version of a topic: what a subscriber has.
 *
 * @param number rises with each version of any topic; 0 for what is not known
 * @param digest of the document
 * @param entries fingerprints of its entries
 */
public record TopicVersion(long number, String digest, Set<Long> entries) {
    /** What a subscriber has of whom nothing is known. */
    public static final TopicVersion UNKNOWN = new TopicVersion(0, "", Set.of());

    public TopicVersion {
        entries = Set.copyOf(entries);
    }
}
