package dev.feedmill.deadline;

import org.jspecify.annotations.Nullable;

/** What was asked for was not found or made in the time that an answer may take. */
public final class TooSlowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TooSlowException(String message) {
        this(message, null);
    }

    public TooSlowException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
