package dev.feedmill.filter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Upper bound of a pattern's length after expansion of its counted repetitions. RE2/J builds all of that, so {@code
 * ((a{100}){100}){100}} would exhaust the memory.
 *
 * <p>The repetition of a group counts as one of all text before it, because only RE2/J itself knows for sure where a
 * group begins.
 */
final class ExpandedLength {
    private static final Pattern REPETITION = Pattern.compile("\\{([0-9]+)(,([0-9]*))?\\}");
    private static final long ENDLESS = 1L << 30;

    private ExpandedLength() {}

    static long of(String pattern) {
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

    /**
     * Returns whether a repetition may apply to a group: after {@code )}, or after {@code \E}, which closes a quotation
     * that may have been empty.
     */
    private static boolean mayRepeatGroup(String pattern, int at) {
        return pattern.startsWith(")", at - 1) || pattern.startsWith("\\E", at - 2);
    }

    /** Returns the number of copies; an optional copy counts twice: itself and the choice. */
    private static long copies(String min, String range, String max) {
        long low = number(min);
        if (range == null) {
            return Math.max(1, low);
        }
        return max.isEmpty() ? low + 1 : Math.max(1, low + 2 * Math.max(0, number(max) - low));
    }

    /** Parses a count; RE2 allows at most 1,000. */
    private static long number(String digits) {
        return digits.length() > 4 ? 10_000 : Long.parseLong(digits);
    }
}
