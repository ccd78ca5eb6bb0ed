package dev.feedmill.template.value;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Integer arithmetic in a Vue page: {@code 1 + 2 * 3}. */
public final class Arithmetic {
    private Arithmetic() {}

    /** Returns the result; null if the text is no arithmetic. */
    public static @Nullable String value(String written) {
        List<Long> terms = new ArrayList<>();
        long sign = 1;
        char operator = '+';
        for (String word : spaced(written).split("\\s+", 101)) {
            boolean operand = Filters.isInteger(word) && !word.startsWith("-");
            if (operand != (operator != ' ')) {
                return null;
            }
            if (!operand) {
                if (word.length() != 1 || "+-*".indexOf(word.charAt(0)) < 0) {
                    return null;
                }
                operator = word.charAt(0);
                sign = operator == '-' ? -1 : 1;
            } else if (operator == '*') {
                long product = terms.remove(terms.size() - 1) * Long.parseLong(word);
                if (Math.abs(product) > Integer.MAX_VALUE) {
                    return null;
                }
                terms.add(product);
                operator = ' ';
            } else {
                terms.add(sign * Long.parseLong(word));
                operator = ' ';
            }
        }
        return operator == ' '
                ? Long.toString(terms.stream().mapToLong(Long::longValue).sum())
                : null;
    }

    private static String spaced(String written) {
        return written.replace("+", " + ")
                .replace("-", " - ")
                .replace("*", " * ")
                .strip();
    }
}
