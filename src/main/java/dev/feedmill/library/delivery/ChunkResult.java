package dev.feedmill.library.delivery;

import java.time.Instant;
import java.util.List;

/**
 * What became of a chunk; subscriptions are named by their numbers.
 *
 * @param version that those who were reached have now
 * @param reached subscriptions that were delivered to, or needed nothing
 * @param gone subscriptions whose callback wants no more
 * @param failed subscriptions to be tried again
 * @param deferred subscriptions that were not tried, since too many requests waited
 * @param again when the failed ones are tried again
 */
public record ChunkResult(
        TopicVersion version,
        List<Long> reached,
        List<Long> gone,
        List<Long> failed,
        List<Long> deferred,
        Instant again) {}
