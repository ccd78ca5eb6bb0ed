package dev.feedmill.html.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * The length of a text as people read it.
 *
 * @param words of scripts with spaces between words
 * @param characters of scripts without
 */
public record WordCount(int words, int characters) {
    private static final Set<UnicodeScript> WITHOUT_SPACES = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    public static WordCount of(String text) {
        int words = 0;
        int characters = 0;
        boolean within = false;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            boolean alone = isWithoutSpaces(c);
            boolean letter = !alone && Character.isLetterOrDigit(c);
            characters += alone ? 1 : 0;
            words += letter && !within ? 1 : 0;
            within = letter || (within && !alone && !Character.isWhitespace(c));
        }
        return new WordCount(words, characters);
    }

    /** Returns whether a script, such as Chinese or Japanese, has no spaces between words. */
    static boolean isWithoutSpaces(int codePoint) {
        return codePoint > 0x2FF && WITHOUT_SPACES.contains(UnicodeScript.of(codePoint));
    }

    /** The number of words, where two characters count as one: a Chinese word has two on average. */
    public int inWords() {
        return words + characters / 2;
    }
}
