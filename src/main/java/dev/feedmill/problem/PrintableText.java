package dev.feedmill.problem;

/** Makes foreign text safe for messages: one line, without characters that a terminal or a log would interpret. */
public final class PrintableText {
    /** Characters kept from the end of a long text, where messages say what was done. */
    private static final int TAIL = 60;

    private PrintableText() {}

    static String cut(String text, int length) {
        if (text.codePointCount(0, text.length()) <= length) {
            return text;
        }
        int tail = Math.min(TAIL, length / 2);
        int start = text.offsetByCodePoints(0, length - tail - 1);
        int end = text.offsetByCodePoints(text.length(), -tail);
        return text.substring(0, start) + "…" + text.substring(end);
    }

    /** The whole text, such as a file name, with control characters escaped as in Java. */
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

    /** Whether a character is a control, a line end or a mark that changes text direction. */
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
