package dev.feedmill.article;

import java.util.List;

/**
 * How listeners pay while they listen (podcast namespace, {@code value}).
 *
 * @param type such as {@code lightning}
 * @param method such as {@code keysend}
 * @param suggested a decimal number, or empty
 */
public record PaymentValue(String type, String method, String suggested, List<Recipient> recipients) {
    public PaymentValue {
        recipients = List.copyOf(recipients);
    }

    /** Who is paid, and in what share. */
    public record Recipient(String name, String type, String address, int split) {}
}
