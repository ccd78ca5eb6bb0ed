package dev.feedmill.search;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/** Classifies characters for tokenization. */
final class Letters {
    /** Between words. */
    static final byte NONE = 0;
    /** In a script with spaces between words. */
    static final byte WORD = 1;
    /** In a script without spaces between words. */
    static final byte RUN = 2;
    /** A word of its own, such as a pictograph. */
    static final byte SIGN = 3;
    /** Invisible: neither ends a word nor belongs to it. */
    static final byte SOFT = 4;

    private static final Set<UnicodeScript> UNSPACED = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.YI,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR,
            UnicodeScript.TIBETAN);
    /** Kana marks without a script: long vowels, in both widths, and voiced consonants. */
    private static final Set<Integer> KANA_MARKS = Set.of(0x30FC, 0xFF70, 0xFF9E, 0xFF9F);

    private static final int FIRST_PICTOGRAPH = 0x2190;
    private static final byte[] BASIC = basic();

    private Letters() {}

    static byte kind(int codePoint) {
        return codePoint < BASIC.length ? BASIC[codePoint] : find(codePoint);
    }

    private static byte[] basic() {
        byte[] kinds = new byte[Character.MAX_VALUE + 1];
        for (int c = 0; c < kinds.length; c++) {
            kinds[c] = find(c);
        }
        return kinds;
    }

    private static byte find(int codePoint) {
        if (KANA_MARKS.contains(codePoint)) {
            return RUN;
        }
        return switch (Character.getType(codePoint)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.LETTER_NUMBER,
                    Character.COMBINING_SPACING_MARK,
                    Character.NON_SPACING_MARK -> letter(codePoint);
            case Character.DECIMAL_DIGIT_NUMBER -> WORD;
            case Character.OTHER_SYMBOL -> codePoint >= FIRST_PICTOGRAPH ? SIGN : NONE;
            case Character.FORMAT -> SOFT;
            default -> NONE;
        };
    }

    private static byte letter(int codePoint) {
        if (isVariation(codePoint)) {
            return SOFT;
        }
        return UNSPACED.contains(UnicodeScript.of(codePoint)) ? RUN : WORD;
    }

    private static boolean isVariation(int codePoint) {
        return (codePoint >= 0xFE00 && codePoint <= 0xFE0F) || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    }
}
