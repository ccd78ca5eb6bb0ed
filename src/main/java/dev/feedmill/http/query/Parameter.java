package dev.feedmill.http.query;

import java.util.List;

/**
 * What an address may say behind its question mark.
 *
 * @param repeated whether it may be named several times; else the last one counts
 * @param choices the only values; empty for others too
 * @param says what it does, in a sentence
 */
public record Parameter(String name, Type type, boolean repeated, List<String> choices, String says) {
    /** What its value is. */
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
