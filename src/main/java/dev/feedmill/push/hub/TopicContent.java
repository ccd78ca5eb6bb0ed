package dev.feedmill.push.hub;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A feed at one moment. Thread-safe. */
public interface TopicContent {
    /** Digest of the whole document; differs for different bytes. */
    String digest();

    /** Fingerprints of the entries. */
    Set<Long> entries();

    /** Numbers of the terms whose changes may change the feed. */
    Set<Long> terms();

    /** Media type of the document. */
    String type();

    /**
     * What is new since a version of the feed (RFC 3229, {@code feed} manipulation).
     *
     * @param seen fingerprints of that version's entries; null if it is not known, so that everything is new
     * @return null if there is nothing that the format can say
     */
    byte @Nullable [] since(@Nullable Set<Long> seen);
}
