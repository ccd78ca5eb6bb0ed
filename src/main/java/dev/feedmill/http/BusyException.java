package dev.feedmill.http;

/** Too much is being made already; who comes again soon may find room. */
final class BusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BusyException() {
        super("too many ask at once for what must be made first");
    }
}
