package dev.feedmill.http;

/** A parameter that cannot be used; the message names it and what is wanted. */
final class BadParameterException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int status;

    /** Of a value that is not allowed: 400. */
    BadParameterException(String message) {
        this(400, message);
    }

    BadParameterException(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
