package dev.feedmill.problem;

/** Text of others as messages show it: on one line, without anything that a terminal or a log would take for more than letters. */
public final class Shown {
    /** So much of the end of a long text stays, where messages say what was done. */
    private static final int TAIL = 60;

    private Shown() {}

    static String cut(String text, int length) {
        if (text.codePointCount(0, text.length()) <= length) {
            return text;
        }
        int tail = Math.min(TAIL, length / 2);
        int start = text.offsetByCodePoints(0, length - tail - 1);
        int end = text.offsetByCodePoints(text.length(), -tail);
        return text.substring(0, start) + "…" + text.substring(end);
    }

    /** All of it, such as a file's name, control characters escaped as in Java. */
    public static String line(String text) {
        int first = 0;
        while (first < text.length() && !isUnseen(text.charAt(first))) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        StringBuilder line = new StringBuilder(text.length() + 16).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isUnseen(c)) {
                line.append(String.format("\\u%04x", (int) c));
            } else {
                line.append(c);
            }
        }
        return line.toString();
    }

    /** Controls, line ends of all kinds, and what turns the direction of the text behind it. */
    private static boolean isUnseen(char c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || (c >= '\u202a' && c <= '\u202e')
                || (c >= '\u2066' && c <= '\u2069')
                || c == '\u200e'
                || c == '\u200f'
                || c == '\u061c';
    }
}
