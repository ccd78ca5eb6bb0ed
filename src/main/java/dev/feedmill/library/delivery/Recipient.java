package dev.feedmill.library.delivery;

/**
 * A subscriber to whom content is delivered.
 *
 * @param subscription number of the subscription
 * @param host of the callback
 * @param topic URL of the topic, as the subscriber wrote it
 * @param secret key for signatures; empty for none
 */
public record Recipient(long subscription, String host, String topic, String callback, String secret) {
    /** Without the secret, and the callback, which nobody should guess. */
    @Override
    public String toString() {
        return "Recipient[" + subscription + "]";
    }
}
