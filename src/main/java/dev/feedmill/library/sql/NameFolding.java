package dev.feedmill.library.sql;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Folds names, so that equal ones compare equal in any spelling. */
public final class NameFolding {
    /** Maximum length; longer ones do not fit into an index of PostgreSQL (2,704 bytes a row). */
    private static final int MAX_LENGTH = 120;

    private NameFolding() {}

    /**
     * Folds a name: equal for names that differ only in case or in the composition of characters. Full and half width
     * stay distinct.
     */
    public static String fold(String name) {
        String folded = Normalizer.normalize(
                Normalizer.normalize(name, Normalizer.Form.NFC)
                        .toUpperCase(Locale.ROOT)
                        .toLowerCase(Locale.ROOT),
                Normalizer.Form.NFC);
        return folded.codePointCount(0, folded.length()) <= MAX_LENGTH
                ? folded
                : cut(folded, MAX_LENGTH - 33) + "~" + Hashes.hex(folded);
    }

    /** Folds each name of a path. */
    public static List<String> fold(List<String> names) {
        return names.stream().map(NameFolding::fold).toList();
    }

    /** False for text that cannot be a name and that a database would reject. */
    public static boolean isPossibleName(String text) {
        return text.indexOf('\0') < 0
                && text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** The first {@code codePoints} code points, never half of one. */
    public static String cut(String text, int codePoints) {
        return text.codePointCount(0, text.length()) <= codePoints
                ? text
                : text.substring(0, text.offsetByCodePoints(0, codePoints));
    }
}
