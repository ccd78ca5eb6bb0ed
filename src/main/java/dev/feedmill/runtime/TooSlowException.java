package dev.feedmill.runtime;

/** What was asked for was not found or made in the time that an answer may take. */
public final class TooSlowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TooSlowException(String message) {
        super(message);
    }
}
