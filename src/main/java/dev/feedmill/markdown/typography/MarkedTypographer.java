package dev.feedmill.markdown.typography;

/**
 * Sets quotes by the character before them, starting anew after each mark at which marked splits its texts; three
 * hyphens are an em dash, two an en dash.
 */
final class MarkedTypographer implements Typographer {
    /** Marks at which marked begins another text. */
    private static final String CUTS = "\\<![`*~";

    /** Characters after which a single quote opens. */
    private static final String BEFORE_SINGLE = "-\u2014/([{\"";

    private static final String BEFORE_DOUBLE = "-\u2014/([{\u2018";

    @Override
    public void set(InlineText text) {
        int cut = 0;
        for (int i = 0; i < text.length(); i++) {
            if (!text.isWord(i)) {
                cut = i + 1;
                continue;
            }
            char c = text.at(i);
            if (i > cut && isCut(text, i)) {
                cut = i;
            }
            switch (c) {
                case '\n' -> cut = i + 1;
                case '-' -> i = dashes(text, i);
                case '.' -> i = dots(text, i);
                case '\'' -> text.replace(i, i + 1, opens(text, i, cut, BEFORE_SINGLE) ? "\u2018" : "\u2019");
                case '"' -> text.replace(i, i + 1, opens(text, i, cut, BEFORE_DOUBLE) ? "\u201c" : "\u201d");
                default -> {}
            }
        }
    }

    private static boolean isCut(InlineText text, int i) {
        char c = text.at(i);
        return CUTS.indexOf(c) >= 0 || (c == '_' && !isWordCharacter(text.at(i - 1)));
    }

    private static int dashes(InlineText text, int i) {
        int length = text.has("---", i) ? 3 : text.has("--", i) ? 2 : 1;
        if (length > 1) {
            text.replace(i, i + length, length == 3 ? "\u2014" : "\u2013");
        }
        return i + length - 1;
    }

    private static int dots(InlineText text, int i) {
        if (!text.has("...", i)) {
            return i;
        }
        text.replace(i, i + 3, "\u2026");
        return i + 2;
    }

    private static boolean opens(InlineText text, int i, int cut, String before) {
        if (i == cut) {
            return true;
        }
        char previous = text.at(i - 1);
        // Two hyphens are already an en dash here, after which quotes close.
        boolean enDash =
                previous == '-' && i - 2 >= cut && text.at(i - 2) == '-' && (i - 3 < cut || text.at(i - 3) != '-');
        boolean single = previous == '\'' && before.indexOf('\u2018') >= 0;
        if (single) {
            return opens(text, i - 1, cut, BEFORE_SINGLE);
        }
        return !enDash && (isBlank(previous) || before.indexOf(previous) >= 0);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\ufeff';
    }

    private static boolean isWordCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }
}
