package dev.feedmill.runtime;

/** Thrown to end work for a response if its client has left. */
public final class AskerLeftException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AskerLeftException() {
        super("whoever asked has left");
    }
}
