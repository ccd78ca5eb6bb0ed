package dev.feedmill.library.sql;

/** The library cannot be used as configured; the message is one sentence for the operator, without a password. */
public final class LibraryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LibraryException(String message, Throwable cause) {
        super(message, cause);
    }

    public LibraryException(String message) {
        super(message);
    }
}
