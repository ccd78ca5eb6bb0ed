package dev.feedmill.filter;

/** A parameter whose pattern cannot be used; the message names it and says what is wanted. */
public final class BadPatternException extends Exception {
    private static final long serialVersionUID = 1L;

    BadPatternException(String message) {
        super(message);
    }

    BadPatternException(String message, Throwable cause) {
        super(message, cause);
    }
}
