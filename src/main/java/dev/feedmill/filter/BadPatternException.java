package dev.feedmill.filter;

/** Thrown for a parameter with an unusable pattern; the message names the parameter and says what is expected. */
public final class BadPatternException extends Exception {
    private static final long serialVersionUID = 1L;

    BadPatternException(String message) {
        super(message);
    }

    BadPatternException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Returns the same fault for the text that the pattern was derived from. */
    public static BadPatternException of(String wanted, String written, BadPatternException cause) {
        return new BadPatternException(wanted + ", not " + PatternReader.quoted(written), cause);
    }
}
