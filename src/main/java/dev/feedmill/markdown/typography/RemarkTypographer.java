package dev.feedmill.markdown.typography;

/** Sets quotes by the classes of the adjacent characters; exactly two hyphens are an em dash. */
final class RemarkTypographer implements Typographer {
    @Override
    public void set(InlineText text) {
        for (int i = 0; i < text.length(); i++) {
            if (!text.isWord(i)) {
                continue;
            }
            char c = text.at(i);
            if (c == '\'' || c == '"') {
                boolean open = opens(text, i);
                text.replace(i, i + 1, c == '"' ? open ? "\u201c" : "\u201d" : open ? "\u2018" : "\u2019");
            } else if (c == '-' || c == '.' || c == '`') {
                int end = i;
                while (text.isWord(end) && text.at(end) == c) {
                    end++;
                }
                String sign = sign(c, end - i);
                if (!sign.isEmpty()) {
                    text.replace(i, end, sign);
                }
                i = end - 1;
            }
        }
    }

    private static String sign(char c, int count) {
        return switch (c) {
            case '-' -> count == 2 ? "\u2014" : "";
            case '.' -> count >= 3 ? "\u2026" : "";
            default -> count == 2 ? "\u201c" : "";
        };
    }

    private static boolean opens(InlineText text, int i) {
        char next = text.at(i + 1);
        char before = text.at(i - 1);
        boolean wordNext = isWordAt(text, i + 1);
        boolean punctuationNext = next != 0 && !wordNext && !isBlank(next);
        if (punctuationNext && !isWordAt(text, endOfRun(text, i + 1))) {
            return false;
        }
        if (punctuationNext && (next == '"' || next == '\'')) {
            return true;
        }
        if (isDecade(text, i + 1)) {
            return false;
        }
        if (before == 0) {
            return next != 0 && !isBlank(next);
        }
        if (!isWordAt(text, i - 1)) {
            return wordNext || !(next == 0 || isBlank(next));
        }
        return false;
    }

    private static int endOfRun(InlineText text, int start) {
        int end = start;
        while (text.at(end) == text.at(start)) {
            end++;
        }
        return end;
    }

    private static boolean isDecade(InlineText text, int i) {
        return Character.isDigit(text.at(i))
                && Character.isDigit(text.at(i + 1))
                && text.at(i + 2) == 's'
                && !Character.isLetterOrDigit(text.at(i + 3));
    }

    private static boolean isWordAt(InlineText text, int i) {
        return Character.isLetterOrDigit(text.at(i));
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
