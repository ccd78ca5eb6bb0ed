package dev.feedmill.export;

/** Thrown if a folder cannot take an export; the message is one line for the operator. */
public final class ExportException extends Exception {
    private static final long serialVersionUID = 1L;

    ExportException(String message) {
        super(message);
    }
}
