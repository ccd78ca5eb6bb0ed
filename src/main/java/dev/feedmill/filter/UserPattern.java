package dev.feedmill.filter;

import com.google.re2j.Pattern;

/** A regular expression that anybody may write: looking for it takes time that grows with the text alone. */
public final class UserPattern {
    private final Pattern pattern;

    private UserPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Reads one.
     *
     * @param name under which it stands, for the message
     */
    public static UserPattern read(String name, String written) throws BadPatternException {
        return new UserPattern(new PatternReader(false).read(name, written));
    }

    /** Whether it is anywhere in a text. */
    public boolean isIn(String text) {
        return pattern.matcher(text).find();
    }
}
