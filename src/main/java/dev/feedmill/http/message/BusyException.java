package dev.feedmill.http.message;

/** Too many renderings are in progress or waiting; the client may retry soon. */
public final class BusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BusyException() {
        super("too many requests are waiting to be rendered");
    }
}
