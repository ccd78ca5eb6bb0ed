package dev.feedmill.filter;

import java.util.Optional;

/** A pattern of whole paths: {@code *} and {@code ?} match characters of one name, {@code **} any names. */
public final class Glob {
    private final String must;
    private final Optional<UserPattern> regex;

    private Glob(String must, Optional<UserPattern> regex) {
        this.must = must;
        this.regex = regex;
    }

    /**
     * Compiles a glob.
     *
     * @param name of its key or parameter, for the message
     */
    public static Glob read(String name, String glob, GlobSyntax form) throws BadPatternException {
        GlobText text = new GlobText(glob, form);
        try {
            return new Glob(text.literal(), Optional.of(UserPattern.read(name, text.regex())));
        } catch (BadPatternException e) {
            throw BadPatternException.of("'" + name + "' must be a glob that is shorter or simpler", glob, e);
        }
    }

    /** Compiles a glob that may hold articles back; one that cannot be compiled matches all paths. */
    public static Glob orAll(String glob, GlobSyntax form) {
        try {
            return read("", glob, form);
        } catch (BadPatternException e) {
            return new Glob("", Optional.empty());
        }
    }

    public boolean matches(String path) {
        // Runs for every file of the folder on each scan; in most paths, the literal part is missing.
        return path.contains(must) && regex.map(pattern -> pattern.isIn(path)).orElse(true);
    }
}
