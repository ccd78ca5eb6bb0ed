package dev.feedmill.library.sql;

/** Another server holds the library now, so this one must not write; the message names the holder. */
public final class LeaseLostException extends LibraryUnavailableException {
    private static final long serialVersionUID = 1L;

    LeaseLostException(String message) {
        super(message);
    }
}
