package dev.feedmill.library.sql;

/**
 * The library cannot be read or written now, for a reason that is temporary or that the operator must remove: the
 * database is away, the disk is full. The message gives it, without a password.
 */
public class LibraryUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LibraryUnavailableException(String message) {
        super(message);
    }

    public LibraryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
