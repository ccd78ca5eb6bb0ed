package dev.feedmill.article;

import java.util.List;

/**
 * Payment data for streaming payments by listeners (podcast namespace, {@code value}).
 *
 * @param type payment type, such as {@code lightning}
 * @param method payment method, such as {@code keysend}
 * @param suggested a decimal number, or empty
 */
public record PaymentValue(String type, String method, String suggested, List<Recipient> recipients) {
    public PaymentValue {
        recipients = List.copyOf(recipients);
    }

    /** A recipient with its share. */
    public record Recipient(String name, String type, String address, int split) {}
}
