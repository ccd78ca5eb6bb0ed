package dev.feedmill.setting;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A setting: its name, its default as in the file, and the parser of its value.
 *
 * @param name section and key, such as {@code server.port}
 * @param defaults one word, or several for a list
 */
public record Setting<T>(String name, List<String> defaults, boolean isList, Reader<List<String>, T> reader) {
    /** Parses a value as it is written. */
    public interface Reader<W, T> {
        T read(W written) throws BadValueException;
    }

    /** Parses a word; null if it is none of the kind. */
    interface Amount<T> {
        @Nullable
        T of(String word);
    }

    /** A setting of one word. */
    static <T> Setting<T> of(String name, String byDefault, Reader<String, T> word) {
        return new Setting<>(name, List.of(byDefault), false, words -> {
            BadValueException.unless(words.size() == 1, "must be one value, not a list");
            return word.read(words.get(0).strip());
        });
    }

    /** A setting of one amount within limits. */
    static <T extends Comparable<T>> Setting<T> between(
            String name, String byDefault, Amount<T> amount, String least, String most, String wanted) {
        T from = Objects.requireNonNull(amount.of(least));
        T to = Objects.requireNonNull(amount.of(most));
        return of(name, byDefault, word -> {
            T value = amount.of(word);
            if (value == null || value.compareTo(from) < 0 || value.compareTo(to) > 0) {
                throw new BadValueException(wanted);
            }
            return value;
        });
    }

    /** The value if none is given. */
    public T byDefault() {
        try {
            return reader.read(defaults);
        } catch (BadValueException e) {
            throw new IllegalStateException("the default of " + name + " must be a possible value", e);
        }
    }

    /** The section of the file that the setting is in. */
    public String section() {
        return name.substring(0, name.indexOf('.'));
    }

    /** The environment variable of this setting. */
    public String variable() {
        return variable(name);
    }

    /** The environment variable of the setting with this name. */
    public static String variable(String name) {
        return "FEEDMILL_" + name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
