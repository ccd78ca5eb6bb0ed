package dev.feedmill.library.sql;

import java.text.Normalizer;
import java.util.Locale;

/** How names are compared. */
public final class Names {
    /** Longer ones would not fit into an index of PostgreSQL (2,704 bytes a row). */
    private static final int LONGEST = 120;

    private Names() {}

    /** Equal for names that differ in case or in the composition of their characters; full and half width stay apart. */
    public static String fold(String name) {
        String folded = Normalizer.normalize(
                Normalizer.normalize(name, Normalizer.Form.NFC)
                        .toUpperCase(Locale.ROOT)
                        .toLowerCase(Locale.ROOT),
                Normalizer.Form.NFC);
        return folded.codePointCount(0, folded.length()) <= LONGEST
                ? folded
                : cut(folded, LONGEST - 33) + "~" + Hashes.hex(folded);
    }

    /** False for text that no name can be and that a database would refuse. */
    public static boolean askable(String text) {
        return text.indexOf('\0') < 0
                && text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** At most so many characters from the start, none of them halved. */
    public static String cut(String text, int codePoints) {
        return text.codePointCount(0, text.length()) <= codePoints
                ? text
                : text.substring(0, text.offsetByCodePoints(0, codePoints));
    }
}
