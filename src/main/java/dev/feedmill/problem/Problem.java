package dev.feedmill.problem;

/**
 * A problem in a text by an author or operator, with its location.
 *
 * @param message lower case, says what is expected, without a final dot; control characters in it are escaped
 */
public record Problem(Location location, Kind kind, String message) {
    /** Longest message that is readable at a glance, in characters. */
    public static final int USUAL_LENGTH = 300;

    public Problem {
        message = PrintableText.line(message);
    }

    /** A copy with at most this many characters; the middle of a longer message is left out. */
    public Problem shortened(int length) {
        return new Problem(location, kind, PrintableText.cut(message, length));
    }

    /** The kinds of problem; {@code check} and the status page count by kind. */
    public enum Kind {
        /** The file cannot be opened or read to its end. */
        UNREADABLE,
        /** Exceeds a limit in the settings, in size or depth of nesting. */
        LIMIT,
        /** Binary data in a file with a text extension. */
        NOT_TEXT,
        /** An unsupported markup language. */
        FORMAT,
        /** An encoding other than UTF-8, or a byte order mark. */
        ENCODING,
        /** Front matter that is missing, not closed, or not in the syntax that its fence announces. */
        FRONT_MATTER,
        /** A duplicate key. */
        DUPLICATE_KEY,
        /** A value that names a class or another type, which is never instantiated. */
        UNSAFE_VALUE,
        /** A value of the wrong type for its key. */
        VALUE,
        /** A missing or empty title. */
        TITLE,
        /** A missing or invalid date. */
        DATE,
        /** A link, permalink or picture with an unusable URL. */
        URL,
        /** An id of another article. */
        DUPLICATE_ID,
        /** Unclosed HTML, or HTML that hides text. */
        MARKUP,
        /** Template code that only the author's generator can run. */
        TEMPLATE,
        /** A fault that podcast directories miss or refuse. */
        PODCAST,
        /** An invalid setting. */
        SETTING;

        /** The name for people and programs: lower case, words joined by hyphens. */
        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** The form that compilers print: {@code file:line: message}. */
    @Override
    public String toString() {
        return location + ": " + message;
    }
}
