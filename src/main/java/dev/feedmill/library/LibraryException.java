package dev.feedmill.library;

/** The library cannot be used as it was asked for; the message is one sentence for the operator, without a password. */
public final class LibraryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LibraryException(String message, Throwable cause) {
        super(message, cause);
    }

    LibraryException(String message) {
        super(message);
    }
}
