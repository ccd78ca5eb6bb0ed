package dev.feedmill.library.delivery;

/**
 * A subscriber to whom content is delivered.
 *
 * @param subscription number of the subscription
 * @param secret key for signatures; empty for none
 */
public record Recipient(long subscription, String callback, String secret) {
    /** Without the secret. */
    @Override
    public String toString() {
        return "Recipient[" + subscription + ", " + callback + "]";
    }
}
