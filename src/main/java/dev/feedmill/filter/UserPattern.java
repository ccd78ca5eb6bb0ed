package dev.feedmill.filter;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A regular expression from an untrusted client: matching takes time linear in the text. */
public final class UserPattern {
    private final Pattern pattern;

    private UserPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Compiles a pattern.
     *
     * @param name of its parameter or key, for the message
     */
    public static UserPattern read(String name, String written) throws BadPatternException {
        return new UserPattern(new PatternReader(false).read(name, written));
    }

    /** Quotes a text so that a pattern matches it literally. */
    public static String quoted(String text) {
        return Pattern.quote(text);
    }

    /**
     * Returns the groups of a match at the start of a text, empty for groups without a match; null if the text does not
     * match.
     */
    public @Nullable List<String> groups(String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return null;
        }
        List<String> groups = new ArrayList<>();
        for (int i = 1; i <= matcher.groupCount(); i++) {
            groups.add(Objects.requireNonNullElse(matcher.group(i), ""));
        }
        return groups;
    }

    /** Returns whether it matches anywhere in a text. */
    public boolean isIn(String text) {
        return pattern.matcher(text).find();
    }
}
