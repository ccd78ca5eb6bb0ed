package dev.feedmill.problem;

/**
 * A position in a file.
 *
 * @param file path relative to the articles folder, separated by {@code /}, or the path of a settings file
 * @param line counted from 1; 0 for the whole file
 */
public record Location(String file, int line) {
    public Location {
        if (line < 0) {
            throw new IllegalArgumentException("line must not be negative: " + line);
        }
    }

    /** The whole of a file. */
    public static Location of(String file) {
        return new Location(file, 0);
    }

    /**
     * The form that compilers print: {@code file:line}, or {@code file} for the whole file; control characters are
     * escaped.
     */
    @Override
    public String toString() {
        return line == 0 ? PrintableText.line(file) : PrintableText.line(file) + ":" + line;
    }
}
