package dev.feedmill.filter;

/** A parameter whose pattern cannot be used; the message names it and says what is wanted. */
public final class BadPatternException extends Exception {
    private static final long serialVersionUID = 1L;

    BadPatternException(String message) {
        super(message);
    }

    BadPatternException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The same fault in what a pattern was made of. */
    public static BadPatternException of(String wanted, String written, BadPatternException cause) {
        return new BadPatternException(wanted + ", not " + PatternReader.quoted(written), cause);
    }
}
