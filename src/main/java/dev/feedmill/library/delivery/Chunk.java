package dev.feedmill.library.delivery;

import java.util.List;

/**
 * Subscribers of one topic who have the same version of it, and shall get what is new since.
 *
 * @param path of the topic
 * @param base the version that they have
 * @param subscriptions their numbers
 * @param attempt failed deliveries to them in a row
 */
public record Chunk(long number, long topic, String path, TopicVersion base, List<Long> subscriptions, int attempt) {
    public Chunk {
        subscriptions = List.copyOf(subscriptions);
    }

    /** A copy with the whole base. */
    Chunk since(TopicVersion whole) {
        return new Chunk(number, topic, path, whole.number() == 0 ? base : whole, subscriptions, attempt);
    }
}
