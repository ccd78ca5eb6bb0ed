package dev.feedmill.library.subscription;

import java.time.Duration;

/**
 * What a subscriber wants of a topic (WebSub section 5.1).
 *
 * @param secret the key of signatures; empty for none
 * @param lease how long the subscription is to last; of no meaning for its end
 */
public record Intent(Mode mode, Topic topic, Callback callback, String secret, Duration lease) {
    /** To begin or to end a subscription. */
    public enum Mode {
        SUBSCRIBE,
        UNSUBSCRIBE
    }

    /**
     * A feed of this server.
     *
     * @param path its path with the canonical query, with a leading slash
     * @param asked its URL as the subscriber wrote it, who compares it
     */
    public record Topic(String path, String asked) {}

    /**
     * Where a subscriber is told of changes.
     *
     * @param url as the subscriber wrote it
     * @param host of the URL
     */
    public record Callback(String url, String host) {}

    /** Without the secret. */
    @Override
    public String toString() {
        return mode + " " + topic.asked + " at " + callback.host;
    }
}
