package dev.feedmill.config;

import java.util.List;
import java.util.Locale;

/**
 * One setting: its name, its default as it stands in the file, and how its words are read.
 *
 * @param name section and key, such as {@code server.port}
 * @param defaults one word, or several for a list
 */
record Setting<T>(String name, List<String> defaults, boolean isList, Reader<T> reader) {

    /** Turns the words of a value into it. */
    interface Reader<T> {
        T read(List<String> words) throws BadValueException;
    }

    /** A value that cannot be used; the message says what is wanted. */
    static final class BadValueException extends Exception {
        private static final long serialVersionUID = 1L;

        BadValueException(String wanted) {
            super(wanted);
        }
    }

    /** Its environment variable. */
    String variable() {
        return variable(name);
    }

    /** The one that a setting of this name has. */
    static String variable(String name) {
        return "FEEDMILL_" + name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
