package dev.feedmill.folder;

import java.util.Comparator;

/**
 * Natural order of paths: {@code 9.md} before {@code 10.md}, {@code a.md} before {@code a-2.md}; case is a tie-breaker.
 * No two different paths are equal.
 */
final class NaturalOrder implements Comparator<String> {
    static final NaturalOrder OF_PATHS = new NaturalOrder();

    private NaturalOrder() {}

    @Override
    public int compare(String a, String b) {
        int stems = compare(a, stem(a), b, stem(b));
        return stems != 0 ? stems : a.compareTo(b);
    }

    /** Index at which the file name extension begins. */
    private static int stem(String path) {
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/') ? dot : path.length();
    }

    private static int compare(String a, int aEnd, String b, int bEnd) {
        int i = 0;
        int j = 0;
        while (i < aEnd && j < bEnd) {
            if (isDigit(a.charAt(i)) && isDigit(b.charAt(j))) {
                int aDigits = digits(a, i, aEnd);
                int bDigits = digits(b, j, bEnd);
                int order = numbers(a, i, aDigits, b, j, bDigits);
                if (order != 0) {
                    return order;
                }
                i = aDigits;
                j = bDigits;
            } else {
                int order = Character.compare(folded(a.charAt(i++)), folded(b.charAt(j++)));
                if (order != 0) {
                    return order;
                }
            }
        }
        return Integer.compare(aEnd - i, bEnd - j);
    }

    /** A folder sorts before any other continuation of its name. */
    private static char folded(char c) {
        return c == '/' ? 0 : Character.toLowerCase(Character.toUpperCase(c));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int digits(String text, int from, int end) {
        int at = from;
        while (at < end && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Compares runs of digits of any length, so that no number overflows. */
    private static int numbers(String a, int from, int aEnd, String b, int start, int bEnd) {
        int i = from;
        int j = start;
        while (i < aEnd - 1 && a.charAt(i) == '0') {
            i++;
        }
        while (j < bEnd - 1 && b.charAt(j) == '0') {
            j++;
        }
        int lengths = Integer.compare(aEnd - i, bEnd - j);
        return lengths != 0 ? lengths : a.substring(i, aEnd).compareTo(b.substring(j, bEnd));
    }
}
