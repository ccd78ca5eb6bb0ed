package dev.feedmill.moving;

/** A feed cannot be fetched or parsed; the message says why. */
public final class UnreadableFeedException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableFeedException(String message) {
        super(message);
    }

    UnreadableFeedException(String message, Throwable cause) {
        super(message, cause);
    }
}
