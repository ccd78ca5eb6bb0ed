package dev.feedmill.log;

/**
 * Text that others wrote, such as names of files, values of keys and addresses, on one line: what a terminal would obey, or
 * what would begin a line of its own, is written as {@code \n} or <code>&#92;u001b</code>.
 */
final class Escaped {
    /** Characters of one message; a longer one says nothing more. */
    private static final int LONGEST = 2_000;

    private Escaped() {}

    static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "…";
    }

    static void append(StringBuilder line, String text) {
        cut(text).codePoints().forEach(c -> {
            if (c == '\n') {
                line.append("\\n");
            } else if (isObeyed(c)) {
                line.append(String.format("\\u%04x", c));
            } else {
                line.appendCodePoint(c);
            }
        });
    }

    /** Control characters, halves of characters, and those that turn the direction of what follows or hide it. */
    private static boolean isObeyed(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
