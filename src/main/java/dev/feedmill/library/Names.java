package dev.feedmill.library;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How names are compared, and how they become segments of a URL. */
final class Names {
    /** Longer ones would not fit into an index of PostgreSQL (2,704 bytes a row), nor into anybody's address bar. */
    private static final int LONGEST = 120;

    /** Joiners stay: emoji are made with them. */
    private static final Pattern AWKWARD = Pattern.compile(
            "[\\p{Z}\\p{Cc}\\p{Cs}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff/\\\\?#%+&;:<>\"'`^{}\\[\\]|]+");

    private static final Pattern FEED_ENDING =
            Pattern.compile("\\.(?=(?:rss|atom|json)$)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern ONLY_DOTS = Pattern.compile("\\.+");

    private Names() {}

    /** Equal for names that differ in case or in the composition of their characters; full and half width stay apart. */
    static String fold(String name) {
        String folded = Normalizer.normalize(
                Normalizer.normalize(name, Normalizer.Form.NFC)
                        .toUpperCase(Locale.ROOT)
                        .toLowerCase(Locale.ROOT),
                Normalizer.Form.NFC);
        return folded.codePointCount(0, folded.length()) <= LONGEST
                ? folded
                : cut(folded, LONGEST - 33) + "~" + Hashes.hex(folded);
    }

    /** The name as one segment: NFC, what a URL cannot carry replaced by a hyphen, never empty, of bounded length. */
    static String segment(String name) {
        String text =
                AWKWARD.matcher(Normalizer.normalize(name, Normalizer.Form.NFC)).replaceAll("-");
        text = FEED_ENDING.matcher(cut(text, LONGEST)).replaceAll("-");
        return text.isEmpty() || ONLY_DOTS.matcher(text).matches() ? "-" : text;
    }

    /** False for text that no name can be and that a database would refuse. */
    static boolean askable(String text) {
        return text.indexOf('\0') < 0
                && text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static String cut(String text, int codePoints) {
        return text.codePointCount(0, text.length()) <= codePoints
                ? text
                : text.substring(0, text.offsetByCodePoints(0, codePoints));
    }
}
