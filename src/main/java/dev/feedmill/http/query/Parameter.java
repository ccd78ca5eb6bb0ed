package dev.feedmill.http.query;

import java.util.List;

/**
 * A query parameter.
 *
 * @param repeated whether several values are allowed; otherwise the last one counts
 * @param choices the allowed values; empty if others are allowed
 * @param says description in one sentence
 */
public record Parameter(String name, Type type, boolean repeated, List<String> choices, String says) {
    /** The type of its value. */
    public enum Type {
        TEXT,
        NUMBER
    }

    static Parameter text(String name, String says) {
        return new Parameter(name, Type.TEXT, false, List.of(), says);
    }

    static Parameter texts(String name, String says) {
        return new Parameter(name, Type.TEXT, true, List.of(), says);
    }

    static Parameter number(String name, String says) {
        return new Parameter(name, Type.NUMBER, false, List.of(), says);
    }

    static Parameter choice(String name, String says, String... choices) {
        return new Parameter(name, Type.TEXT, false, List.of(choices), says);
    }
}
