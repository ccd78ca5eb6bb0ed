package dev.feedmill.search;

import java.text.Normalizer;
import java.util.Locale;

/** Normalizes equivalent spellings: case, width, accents, traditional and simplified Chinese. */
final class SpellingFolder {
    private static final int MAX_LENGTH = 60;

    private SpellingFolder() {}

    /** Folds a word of a script with spaces between words; empty if nothing remains. */
    static String word(String written) {
        return cut(isPlain(written) ? written.toLowerCase(Locale.ROOT) : folded(written));
    }

    /** Folds one character of a script without spaces, with a combining mark after it. */
    static String character(String written) {
        int first = written.codePointAt(0);
        if (written.length() == Character.charCount(first) && !isCompatible(first)) {
            return simplified(first, written);
        }
        String one = Normalizer.normalize(written, Normalizer.Form.NFKC);
        return one.codePointCount(0, one.length()) == 1 ? simplified(one.codePointAt(0), one) : one;
    }

    private static String simplified(int codePoint, String written) {
        int simplified = SimplifiedCharacters.of(codePoint);
        return simplified == codePoint ? written : Character.toString(simplified);
    }

    private static boolean isCompatible(int codePoint) {
        return (codePoint >= 0xF900 && codePoint <= 0xFFFF)
                || (codePoint >= 0x2E80 && codePoint <= 0x2FDF)
                || (codePoint >= 0x3130 && codePoint <= 0x318F)
                || (codePoint >= 0x2F800 && codePoint <= 0x2FA1F);
    }

    private static boolean isPlain(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static String folded(String word) {
        String same = Normalizer.normalize(word, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replace('ς', 'σ');
        StringBuilder letters = new StringBuilder();
        Normalizer.normalize(same, Normalizer.Form.NFD)
                .codePoints()
                .filter(c -> !isAccent(c) && Letters.kind(c) == Letters.WORD)
                .forEach(letters::appendCodePoint);
        return Normalizer.normalize(letters, Normalizer.Form.NFC);
    }

    /**
     * Returns whether a character is a European accent, a Hebrew or Arabic point or vowel sign, or the stroke that
     * stretches Arabic words.
     */
    private static boolean isAccent(int c) {
        return (c >= 0x0300 && c <= 0x036F)
                || (c >= 0x0591 && c <= 0x05C7)
                || (c >= 0x064B && c <= 0x065F)
                || c == 0x0670
                || c == 0x0640;
    }

    private static String cut(String word) {
        if (word.length() <= MAX_LENGTH) {
            return word;
        }
        return word.substring(0, Character.isHighSurrogate(word.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH);
    }
}
