package dev.feedmill.config;

import dev.feedmill.problem.EditDistance;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Suggests the known name that is closest to a misspelt one. */
public final class Nearest {
    /** Maximum length of names to compare: the time of a comparison grows with the product of the lengths. */
    private static final int MAX_LENGTH = 100;

    /** An omission counts half, so that a name without its section is found. */
    private static final EditDistance DISTANCE = new EditDistance(1, 2, 2, 2);

    private static final String VARIABLE = "FEEDMILL_";

    private Nearest() {}

    /** The known name with the least distance; if several are equally near, the first in the alphabet. */
    static String to(String written, Collection<String> known) {
        return known.stream().min(byDistance(written)).orElseThrow();
    }

    private static Comparator<String> byDistance(String written) {
        return Comparator.comparingInt((String name) -> distance(written, name))
                .thenComparing(Comparator.naturalOrder());
    }

    /** The known name that may be meant by a misspelt one; empty if none is near. */
    public static Optional<String> meant(String written, Collection<String> known) {
        return known.stream().filter(name -> isNear(written, name)).min(byDistance(written));
    }

    /** The end of a message about a misspelt name; empty if no known name is near. */
    static String suggestion(String written, Collection<String> known) {
        return meant(written, known)
                .map(name -> "; did you mean '" + name + "'?")
                .orElse("");
    }

    /**
     * Whether a typing error can explain the difference: at most every third letter is wrong; the section may be
     * missing or different.
     */
    static boolean isNear(String written, String known) {
        return isLike(written, known) || isLike(written, last(known)) || isLike(last(written), last(known));
    }

    private static boolean isLike(String written, String known) {
        return distance(written, known) <= 2 * Math.max(1, plain(written).length() / 3);
    }

    /** The name without its section: {@code port} of {@code server.port} and of {@code FEEDMILL_SERVER_PORT}. */
    private static String last(String name) {
        int section = name.startsWith(VARIABLE) ? name.indexOf('_', VARIABLE.length()) : name.lastIndexOf('.');
        return name.substring(section + 1);
    }

    /** Case and kind of separator are ignored. */
    static int distance(String written, String known) {
        return DISTANCE.between(plain(written), plain(known));
    }

    /** The name without the prefix of variables. */
    private static String plain(String name) {
        String start = name.substring(0, Math.min(name.length(), MAX_LENGTH)).toLowerCase(Locale.ROOT);
        String own = start.startsWith(VARIABLE.toLowerCase(Locale.ROOT)) ? start.substring(VARIABLE.length()) : start;
        return own.replace('_', '-').replace('.', '-');
    }
}
