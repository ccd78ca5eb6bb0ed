package dev.feedmill.http.query;

import dev.feedmill.address.Parameter;
import dev.feedmill.http.message.BadParameterException;
import dev.feedmill.http.message.Query;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a query and collects those read into the canonical query. */
final class ParameterReader {
    private final Query query;
    private final CanonicalQuery canonical = new CanonicalQuery();

    ParameterReader(Query query) {
        this.query = query;
    }

    List<String> all(Parameter name) {
        return query.all(name);
    }

    @Nullable
    String last(Parameter name) {
        return query.last(name);
    }

    void add(Parameter name, String value) {
        canonical.add(name, value);
    }

    void addEncoded(Parameter name, String value) {
        canonical.addEncoded(name, value);
    }

    /** The canonical query; empty if nothing was added. */
    String canonical() {
        return canonical.toString();
    }

    /** The value of a parameter as its row in {@link Parameter} wants it, in canonical form; null if it is not given. */
    @Nullable
    String value(Parameter name) throws BadParameterException {
        if (name.type().isNumber()) {
            Integer number = number(name, name.most());
            return number == null ? null : number.toString();
        }
        String given = query.last(name);
        if (given == null) {
            return null;
        }
        String value = name.choices().isEmpty() ? given : choice(name, given);
        canonical.add(name, value);
        return value;
    }

    @Nullable
    Integer number(Parameter name, int max) throws BadParameterException {
        String value = query.last(name);
        if (value == null) {
            return null;
        }
        String digits = value.strip();
        if (!digits.matches("[0-9]{1,9}|1000000000")
                || Integer.parseInt(digits) < name.least()
                || Integer.parseInt(digits) > max) {
            throw bad(name, "a number from " + name.least() + " to " + max, value);
        }
        canonical.add(name, Integer.toString(Integer.parseInt(digits)));
        return Integer.valueOf(digits);
    }

    private static String choice(Parameter name, String given) throws BadParameterException {
        String value = given.strip().toLowerCase(Locale.ROOT);
        if (!name.choices().contains(value)) {
            throw bad(name, String.join(" or ", name.choices().stream().sorted().toList()), given);
        }
        return value;
    }

    /** The value of a parameter with fixed choices. A default value is not in the canonical query. */
    <T> T choice(Parameter name, Map<String, T> choices, T otherwise) throws BadParameterException {
        T chosen = choose(name, choices, otherwise);
        if (!chosen.equals(otherwise)) {
            canonical.add(name, String.valueOf(query.last(name)).strip().toLowerCase(Locale.ROOT));
        }
        return chosen;
    }

    <T> T choose(Parameter name, Map<String, T> choices, T otherwise) throws BadParameterException {
        String value = query.last(name);
        if (value == null) {
            return otherwise;
        }
        T chosen = choices.get(value.strip().toLowerCase(Locale.ROOT));
        if (chosen == null) {
            throw bad(
                    name, String.join(" or ", choices.keySet().stream().sorted().toList()), value);
        }
        return chosen;
    }

    static BadParameterException bad(Parameter name, String wanted, String value) {
        return new BadParameterException(
                400, name, value, "'" + name + "' must be " + wanted + ", not '" + value + "'");
    }
}
