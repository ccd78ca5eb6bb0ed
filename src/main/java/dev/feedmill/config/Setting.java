package dev.feedmill.config;

import java.util.List;
import java.util.Locale;

/**
 * A setting: its name, its default as in the file, and the parser of its value.
 *
 * @param name section and key, such as {@code server.port}
 * @param defaults one word, or several for a list
 */
record Setting<T>(String name, List<String> defaults, boolean isList, Reader<T> reader) {

    /** Parses the words of a value. */
    interface Reader<T> {
        T read(List<String> words) throws BadValueException;
    }

    /** An invalid value; the message says what is expected. */
    static final class BadValueException extends Exception {
        private static final long serialVersionUID = 1L;

        BadValueException(String wanted) {
            super(wanted);
        }
    }

    /** The environment variable of this setting. */
    String variable() {
        return variable(name);
    }

    /** The environment variable of the setting with this name. */
    static String variable(String name) {
        return "FEEDMILL_" + name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
