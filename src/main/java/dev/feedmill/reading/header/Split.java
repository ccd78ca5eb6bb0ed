package dev.feedmill.reading.header;

/**
 * A file split into front matter and body.
 *
 * @param header text between the fences
 * @param headerLine line of the file in which the header begins, counted from 1
 * @param bodyLine line of the file in which the body begins
 */
public record Split(Syntax syntax, String header, int headerLine, String body, int bodyLine) {
    /** Syntax of front matter. */
    public enum Syntax {
        NONE,
        /** Lines of keys and values without a fence, as in Pelican and Nikola. */
        LINES,
        YAML,
        TOML,
        JSON
    }
}
