package dev.feedmill.runtime;

/** Thrown to end work for a response if its client has left. */
public final class ClientGoneException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClientGoneException() {
        super("the client has gone");
    }
}
