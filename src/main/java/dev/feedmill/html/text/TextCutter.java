package dev.feedmill.html.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shortens a text at a natural boundary (R16), for scripts with and without spaces between words. */
final class TextCutter {
    private static final Pattern CHARACTER = Pattern.compile("\\X");
    private static final String ELLIPSIS = "…";
    private static final String FULL_STOPS = "。！？!?.…‼⁇⁈⁉｡؟।";
    private static final String CLOSERS = "”’」』）》】\"')]";
    private static final String LOOSE = " \u3000,;:，、；：—–-·";

    private TextCutter() {}

    static String cut(String text, int codePoints) {
        if (text.codePointCount(0, text.length()) <= codePoints) {
            return text;
        }
        if (codePoints < 1) {
            return "";
        }
        int limit = characterEnd(text, text.offsetByCodePoints(0, codePoints - 1));
        int floor = limit * 2 / 3;
        int sentence = sentenceEnd(text, limit, floor);
        int end = withoutLooseEnd(text, sentence > 0 ? sentence : wordEnd(text, limit, floor));
        return text.substring(0, characterEnd(text, end)) + ELLIPSIS;
    }

    static boolean endsSentence(String text) {
        int end = text.length();
        while (end > 0 && CLOSERS.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end > 0 && FULL_STOPS.indexOf(text.charAt(end - 1)) >= 0;
    }

    /** Returns the last grapheme boundary up to an index. */
    private static int characterEnd(String text, int limit) {
        if (limit > 0
                && standsAlone(text.charAt(limit - 1))
                && (limit == text.length() || standsAlone(text.charAt(limit)))) {
            return limit;
        }
        Matcher matcher = CHARACTER.matcher(text);
        int end = 0;
        while (matcher.find() && matcher.end() <= limit) {
            end = matcher.end();
        }
        return end;
    }

    /** Fast path: printable ASCII and Chinese characters never combine with a neighbour of their kind. */
    private static boolean standsAlone(char c) {
        return (c >= ' ' && c < 0x7f) || (c >= 0x4e00 && c <= 0x9fff);
    }

    private static int sentenceEnd(String text, int limit, int floor) {
        for (int i = limit; i > floor; i--) {
            int stop = i - 1;
            while (stop > floor && CLOSERS.indexOf(text.charAt(stop)) >= 0) {
                stop--;
            }
            char c = text.charAt(stop);
            boolean ends = FULL_STOPS.indexOf(c) >= 0 && (c > 0x7F || i == text.length() || text.charAt(i) == ' ');
            if (ends && (i == text.length() || (CLOSERS + FULL_STOPS).indexOf(text.charAt(i)) < 0)) {
                return i;
            }
        }
        return 0;
    }

    private static int wordEnd(String text, int limit, int floor) {
        for (int i = limit; i > floor; i--) {
            if (isWordBoundary(text, i)) {
                return i;
            }
        }
        return limit;
    }

    private static boolean isWordBoundary(String text, int i) {
        int before = text.codePointBefore(i);
        int after = text.codePointAt(i);
        if (Character.isLowSurrogate(text.charAt(i)) && Character.isHighSurrogate(text.charAt(i - 1))) {
            return false;
        }
        return Character.isSpaceChar(after)
                || Character.isSpaceChar(before)
                || (WordCount.isWithoutSpaces(before) && isPlain(after))
                || (WordCount.isWithoutSpaces(after) && isPlain(before));
    }

    private static boolean isPlain(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || WordCount.isWithoutSpaces(codePoint);
    }

    private static int withoutLooseEnd(String text, int end) {
        int cut = end;
        while (cut > 0 && LOOSE.indexOf(text.charAt(cut - 1)) >= 0) {
            cut--;
        }
        return cut;
    }
}
