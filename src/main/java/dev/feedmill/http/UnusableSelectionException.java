package dev.feedmill.http;

/** The settings name a selection that cannot be; the message is one sentence for the operator. */
public final class UnusableSelectionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableSelectionException(String name, String fault) {
        super("the feed '" + name + "' of the settings cannot be: " + fault);
    }
}
