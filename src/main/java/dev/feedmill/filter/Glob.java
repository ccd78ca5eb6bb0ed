package dev.feedmill.filter;

import java.util.Optional;

/** A pattern of whole paths: {@code *} and {@code ?} stand for characters of one name, {@code **} for any names. */
public final class Glob {
    private final String must;
    private final Optional<UserPattern> regex;

    private Glob(String must, Optional<UserPattern> regex) {
        this.must = must;
        this.regex = regex;
    }

    /**
     * Reads one.
     *
     * @param name under which it stands, for the message
     */
    public static Glob read(String name, String glob, GlobForm form) throws BadPatternException {
        GlobText text = new GlobText(glob, form);
        try {
            return new Glob(text.literal(), Optional.of(UserPattern.read(name, text.regex())));
        } catch (BadPatternException e) {
            throw BadPatternException.of("'" + name + "' must be a glob that is shorter or simpler", glob, e);
        }
    }

    /** The same of what may hold articles back: one that cannot be read is for all paths. */
    public static Glob orAll(String glob, GlobForm form) {
        try {
            return read("", glob, form);
        } catch (BadPatternException e) {
            return new Glob("", Optional.empty());
        }
    }

    public boolean matches(String path) {
        // Every file of a folder is asked for at every look: mostly the letters that it must hold are not in it.
        return path.contains(must) && regex.map(pattern -> pattern.isIn(path)).orElse(true);
    }
}
