package dev.feedmill;

/** The program cannot run in this environment; the message is one line for the operator. */
final class CannotRunException extends Exception {
    private static final long serialVersionUID = 1L;

    CannotRunException(String message) {
        super(message);
    }

    CannotRunException(String message, Throwable cause) {
        super(message, cause);
    }
}
