package dev.feedmill.filter;

/** Syntax of a glob besides {@code *}, {@code **} and {@code ?}. */
public enum GlobSyntax {
    /** Only {@code {a,b}}, as in settings. */
    BRACES(false, true, false, false),
    /** Also {@code [ab]} and backslash escapes, as in shells. */
    SHELL(false, true, false, true),
    /** Also {@code (a|b)} and {@code !(a)}, as in micromatch, tinyglobby and fast-glob. */
    MICROMATCH(false, true, true, true),
    /** Only {@code [ab]}, and asterisks match slashes too, as in Python's fnmatch. */
    FNMATCH(true, false, false, true),
    /** Only {@code [ab]}, as in lines of a {@code .gitignore}. */
    IGNORE_LINE(false, false, false, true),
    /** Groups, and asterisks that match slashes too, as in Rust's globset. */
    GLOBSET(true, true, true, true);

    private final boolean crossing;
    private final boolean braces;
    private final boolean parentheses;
    private final boolean sets;

    GlobSyntax(boolean crossing, boolean braces, boolean parentheses, boolean sets) {
        this.crossing = crossing;
        this.braces = braces;
        this.parentheses = parentheses;
        this.sets = sets;
    }

    /** Returns whether {@code *} and {@code ?} match slashes too. */
    boolean crosses() {
        return crossing;
    }

    /** Returns whether braces contain alternatives. */
    boolean hasBraces() {
        return braces;
    }

    /** Returns whether parentheses contain alternatives, with a prefix that counts. */
    boolean hasParentheses() {
        return parentheses;
    }

    /** Returns whether brackets contain characters, and a backslash escapes. */
    boolean hasSets() {
        return sets;
    }
}
