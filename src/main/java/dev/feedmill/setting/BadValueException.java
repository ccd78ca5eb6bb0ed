package dev.feedmill.setting;

/** A value that a setting cannot have; the message says what is expected. */
public final class BadValueException extends Exception {
    private static final long serialVersionUID = 1L;

    public BadValueException(String wanted) {
        super(wanted);
    }

    /** Throws the exception unless a value is good. */
    static void unless(boolean good, String wanted) throws BadValueException {
        if (!good) {
            throw new BadValueException(wanted);
        }
    }
}
