package dev.feedmill.filter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a pattern is once its counted repetitions are written out, never too little: RE2/J builds all of that, so
 * {@code ((a{100}){100}){100}} would take the memory.
 *
 * <p>The repetition of a group is taken as one of all that stands before it, since only RE2/J itself knows for sure where
 * a group begins.
 */
final class WrittenOut {
    private static final Pattern REPETITION = Pattern.compile("\\{([0-9]+)(,([0-9]*))?\\}");
    private static final long ENDLESS = 1L << 30;

    private WrittenOut() {}

    static long length(String pattern) {
        long length = 0;
        int from = 0;
        Matcher repetition = REPETITION.matcher(pattern);
        while (repetition.find()) {
            length += repetition.start() - from;
            long copies = copies(repetition.group(1), repetition.group(2), repetition.group(3));
            length = Math.min(ENDLESS, mayRepeatGroup(pattern, repetition.start()) ? length * copies : length + copies);
            from = repetition.end();
        }
        return length + pattern.length() - from;
    }

    /** After {@code )}, or after {@code \E}, which closes a quotation that may have been empty. */
    private static boolean mayRepeatGroup(String pattern, int at) {
        return pattern.startsWith(")", at - 1) || pattern.startsWith("\\E", at - 2);
    }

    /** A copy that may be missing takes two places: its own and the choice. */
    private static long copies(String least, String range, String most) {
        long low = number(least);
        if (range == null) {
            return Math.max(1, low);
        }
        return most.isEmpty() ? low + 1 : Math.max(1, low + 2 * Math.max(0, number(most) - low));
    }

    /** RE2 knows no more than 1,000. */
    private static long number(String digits) {
        return digits.length() > 4 ? 10_000 : Long.parseLong(digits);
    }
}
