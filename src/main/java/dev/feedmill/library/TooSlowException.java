package dev.feedmill.library;

/** What was asked for was not found in the time that a question may take. */
public final class TooSlowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooSlowException(String message, Throwable cause) {
        super(message, cause);
    }
}
