package dev.feedmill.runtime;

/** Nobody waits for an answer any more, so that the work for it ends. */
public final class AskerLeftException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AskerLeftException() {
        super("whoever asked has left");
    }
}
