package dev.feedmill.problem;

/**
 * Something wrong in what an author or an operator wrote, and where.
 *
 * @param message lower case, says what is wanted, no final dot; control characters in it are escaped
 */
public record Problem(Location location, Kind kind, String message) {
    /** Characters of a message that one can read at a glance. */
    public static final int USUAL_LENGTH = 300;

    public Problem {
        message = Shown.line(message);
    }

    /** The same in so many characters: where there are more, the middle gives way. */
    public Problem shortened(int length) {
        return new Problem(location, kind, Shown.cut(message, length));
    }

    /** What sort of fault it is; {@code check} and the status page count by it. */
    public enum Kind {
        /** The file could not be opened or read to its end. */
        UNREADABLE,
        /** Larger than a limit in the settings, or nested deeper. */
        LIMIT,
        /** Binary data under the name of a text. */
        NOT_TEXT,
        /** Text in a language of markup that is not read. */
        FORMAT,
        /** Text in another encoding than UTF-8, or with a byte order mark. */
        ENCODING,
        /** Front matter that is missing, not closed, or not what its fence says. */
        FRONT_MATTER,
        /** A key that stands twice. */
        DUPLICATE_KEY,
        /** A value that names a class or another type that is never made. */
        UNSAFE_VALUE,
        /** A value of the wrong kind for its key. */
        VALUE,
        /** A missing or empty title. */
        TITLE,
        /** A date that is missing or that no calendar has. */
        DATE,
        /** A link, permalink or picture that cannot be used. */
        URL,
        /** An id that another article already has. */
        DUPLICATE_ID,
        /** HTML that does not end, or that hides words. */
        MARKUP,
        /** Template code that only the author's own generator could run. */
        TEMPLATE,
        /** What directories of podcasts miss or refuse. */
        PODCAST,
        /** A setting that cannot be used. */
        SETTING;

        /** The name for people and programs: lower case, words joined by a hyphen. */
        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** As compilers print it: {@code file:line: message}. */
    @Override
    public String toString() {
        return location + ": " + message;
    }
}
