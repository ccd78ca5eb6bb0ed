package dev.feedmill.http.message;

/** Thrown if the settings have a selection with an invalid query; the message is one sentence for the operator. */
public final class UnusableSelectionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnusableSelectionException(String selection, String fault) {
        super("the selection '" + selection + "' in the settings is invalid: " + fault);
    }
}
