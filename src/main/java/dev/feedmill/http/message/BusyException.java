package dev.feedmill.http.message;

/** Too much is being made already; who comes again soon may find room. */
public final class BusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BusyException() {
        super("too many ask at once for what must be made first");
    }
}
