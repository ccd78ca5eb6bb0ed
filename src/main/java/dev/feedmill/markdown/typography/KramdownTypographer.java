package dev.feedmill.markdown.typography;

/**
 * Sets quotes by the characters around them, in the order of kramdown's rules, and guillemets for two angle brackets.
 */
final class KramdownTypographer implements Typographer {
    private static final String PUNCTUATION = "!\"#$%'()*+,-./:;<=>?@[\\]^_`{|}~";

    /** Characters after which no quote closes. */
    private static final String OPENING = " \\\t\r\n[{(-";

    private final boolean quotes;

    /**
     * Creates a typographer.
     *
     * @param quotes whether it sets quotes
     */
    KramdownTypographer(boolean quotes) {
        this.quotes = quotes;
    }

    @Override
    public void set(InlineText text) {
        int free = 0;
        for (int i = 0; i < text.length(); ) {
            int end = text.isWord(i) ? sign(text, i, free) : i + 1;
            if (end > i) {
                free = end;
            }
            i = Math.max(end, i + 1);
        }
    }

    /** Sets a symbol; returns the offset after it, or the start if it set none. */
    private int sign(InlineText text, int i, int free) {
        return switch (text.at(i)) {
            case '-' ->
                text.has("---", i) ? put(text, i, 3, "\u2014") : text.has("--", i) ? put(text, i, 2, "\u2013") : i;
            case '.' -> text.has("...", i) ? put(text, i, 3, "\u2026") : i;
            case ' ' -> text.has(" >>", i) ? put(text, i, 3, "\u00a0\u00bb") : i;
            case '<' ->
                text.has("<< ", i)
                        ? put(text, i, 3, "\u00ab\u00a0")
                        : text.has("<<", i) ? put(text, i, 2, "\u00ab") : i;
            case '>' -> text.has(">>", i) ? put(text, i, 2, "\u00bb") : i;
            case '\'', '"' -> !quotes ? i : quote(text, i, i == free || !text.isWord(i - 1));
            default -> i;
        };
    }

    private static int put(InlineText text, int start, int length, String sign) {
        text.replace(start, start + length, sign);
        return start + length;
    }

    /**
     * Sets a quote.
     *
     * @param first whether only marks and symbols already set precede it
     */
    private static int quote(InlineText text, int i, boolean first) {
        char next = text.at(i + 1);
        char before = text.at(i - 1);
        boolean behindSpace = first || isBlank(before);
        if (first && (next == '*' || next == '_') && i + 2 < text.length() && !isBlank(text.at(i + 2))) {
            return open(text, i);
        }
        if (first
                && PUNCTUATION.indexOf(next) >= 0
                && next != 0
                && !isDots(text, i + 2)
                && isInside(next, text.at(i + 2))) {
            return close(text, i);
        }
        if (behindSpace && isOtherQuote(text.at(i), next) && isWord(text.at(i + 2))) {
            open(text, i);
            return open(text, i + 1);
        }
        if (behindSpace && text.at(i) == '\'' && isDigit(next) && isDigit(text.at(i + 2)) && text.at(i + 3) == 's') {
            return close(text, i);
        }
        if (!first && isBlank(before) && isWord(next)) {
            return open(text, i);
        }
        if (first && (next == '\'' || next == '"') && text.isWord(i + 1)) {
            return close(text, i + 1);
        }
        if (!first && OPENING.indexOf(before) < 0) {
            return close(text, i);
        }
        boolean endsHere = next == 0
                || isBlank(next)
                || (next == 's' && !Character.isLetterOrDigit(text.at(i + 2)) && text.at(i + 2) != '_');
        return first && endsHere ? close(text, i) : open(text, i);
    }

    private static int open(InlineText text, int i) {
        return put(text, i, 1, text.at(i) == '"' ? "\u201c" : "\u2018");
    }

    private static int close(InlineText text, int i) {
        return put(text, i, 1, text.at(i) == '"' ? "\u201d" : "\u2019");
    }

    private static boolean isDots(InlineText text, int i) {
        return text.at(i) == '.' && text.at(i + 1) == '.';
    }

    /** Returns whether no word begins or ends between two characters. */
    private static boolean isInside(char first, char second) {
        return isWordOfAnyScript(first) == isWordOfAnyScript(second);
    }

    private static boolean isWordOfAnyScript(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private static boolean isOtherQuote(char quote, char next) {
        return (quote == '"' && next == '\'') || (quote == '\'' && next == '"');
    }

    private static boolean isBlank(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_';
    }
}
