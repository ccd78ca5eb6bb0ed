package dev.feedmill.library.sql;

/** Another server holds the library now, so nothing may be written any more; the message says who. */
public final class LeaseLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeaseLostException(String message) {
        super(message);
    }
}
