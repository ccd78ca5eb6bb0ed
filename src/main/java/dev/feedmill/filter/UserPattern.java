package dev.feedmill.filter;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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

    /** A text that stands for itself in a pattern. */
    public static String quoted(String text) {
        return Pattern.quote(text);
    }

    /** What its groups stand for where it is first in a text, empty for those that stand for nothing; null where it is not. */
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

    /** Whether it is anywhere in a text. */
    public boolean isIn(String text) {
        return pattern.matcher(text).find();
    }
}
