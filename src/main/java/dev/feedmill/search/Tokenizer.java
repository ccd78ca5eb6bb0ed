package dev.feedmill.search;

import dev.feedmill.runtime.CodeDigest;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Splits texts into tokens: words in scripts with spaces between words; otherwise each pair of adjacent characters, and
 * the last character of the run alone. So any two adjacent characters are found, whatever their words.
 */
public final class Tokenizer {
    /** Differs whenever the same text may have other tokens; contains no spaces. */
    public static final String FINGERPRINT = CodeDigest.of(Tokenizer.class) + "-" + SimplifiedCharacters.fingerprint();

    /** Length limit of a run; longer ones are split, because no query is this long. */
    private static final int MAX_RUN_LENGTH = 2_000;

    private Tokenizer() {}

    /** Returns the tokens of a text in order; only letters and digits. */
    public static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        each(normal(text), unit -> unit.addTo(tokens, true));
        return tokens;
    }

    /** Returns the tokens as one text with spaces between them, for texts of any length. */
    public static String written(String text) {
        StringBuilder written = new StringBuilder(text.length() * 2);
        List<String> some = new ArrayList<>();
        each(normal(text), unit -> {
            some.clear();
            unit.addTo(some, true);
            some.forEach(token -> written.append(token).append(' '));
        });
        return written.toString();
    }

    /** Returns the normalized text, to which the offsets of its units refer. */
    static String normal(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Returns the words and runs of a text from {@link #normal}. */
    static List<Unit> units(String text) {
        List<Unit> units = new ArrayList<>();
        each(text, units::add);
        return units;
    }

    private static void each(String text, Consumer<Unit> units) {
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            int next = at + Character.charCount(codePoint);
            byte kind = Letters.kind(codePoint);
            if (kind == Letters.WORD) {
                next = word(text, at, units);
            } else if (kind == Letters.RUN) {
                next = run(text, at, units);
            } else if (kind == Letters.SIGN) {
                units.accept(Unit.word(text.substring(at, next), at, next));
            }
            at = next;
        }
    }

    private static int word(String text, int start, Consumer<Unit> units) {
        int end = end(text, start, Letters.WORD);
        String word = SpellingFolder.word(text.substring(start, end));
        if (!word.isEmpty()) {
            units.accept(Unit.word(word, start, end));
        }
        return end;
    }

    private static int run(String text, int start, Consumer<Unit> units) {
        int end = end(text, start, Letters.RUN);
        Unit unit = Unit.run(end - start);
        int at = start;
        while (at < end) {
            int codePoint = text.codePointAt(at);
            int next = at + Character.charCount(codePoint);
            if (Letters.kind(codePoint) == Letters.RUN) {
                if (next < end && isHalfWidthMark(text.charAt(next))) {
                    next++;
                }
                unit.add(SpellingFolder.character(text.substring(at, next)), at, next);
            }
            at = next;
        }
        units.accept(unit);
        return end;
    }

    private static boolean isHalfWidthMark(char c) {
        return c == '\uFF9E' || c == '\uFF9F';
    }

    private static int end(String text, int start, byte kind) {
        int at = start;
        while (at < text.length() && (kind != Letters.RUN || at - start < MAX_RUN_LENGTH)) {
            int codePoint = text.codePointAt(at);
            byte found = Letters.kind(codePoint);
            if (found != kind && found != Letters.SOFT) {
                break;
            }
            at += Character.charCount(codePoint);
        }
        return at;
    }
}
