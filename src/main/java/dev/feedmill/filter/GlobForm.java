package dev.feedmill.filter;

/** What stands for something else in a glob besides {@code *}, {@code **} and {@code ?}. */
public enum GlobForm {
    /** {@code {a,b}} alone, as in settings. */
    BRACES(false, true, false, false),
    /** Also {@code [ab]} and what a backslash escapes, as shells have them. */
    SHELL(false, true, false, true),
    /** Also {@code (a|b)} and {@code !(a)}, as micromatch, tinyglobby and fast-glob have them. */
    MICROMATCH(false, true, true, true),
    /** {@code [ab]} alone, and stars stand for slashes too, as Python's fnmatch has them. */
    FNMATCH(true, false, false, true),
    /** {@code [ab]} alone, as lines of a {@code .gitignore} have them. */
    IGNORE_LINE(false, false, false, true),
    /** Stars that stand for slashes too and groups, as Rust's globset has them. */
    GLOBSET(true, true, true, true);

    private final boolean crossing;
    private final boolean braces;
    private final boolean parentheses;
    private final boolean sets;

    GlobForm(boolean crossing, boolean braces, boolean parentheses, boolean sets) {
        this.crossing = crossing;
        this.braces = braces;
        this.parentheses = parentheses;
        this.sets = sets;
    }

    /** Whether {@code *} and {@code ?} stand for slashes too. */
    boolean crosses() {
        return crossing;
    }

    /** Whether braces hold alternatives. */
    boolean hasBraces() {
        return braces;
    }

    /** Whether parentheses hold alternatives, and what stands before them counts. */
    boolean hasParentheses() {
        return parentheses;
    }

    /** Whether brackets hold characters, and a backslash escapes. */
    boolean hasSets() {
        return sets;
    }
}
