package dev.feedmill.runtime;

/** Thrown if a response cannot be found or rendered within the time limit. */
public final class DeadlineExceededException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DeadlineExceededException(String message) {
        super(message);
    }
}
