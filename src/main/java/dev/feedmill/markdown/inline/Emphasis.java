package dev.feedmill.markdown.inline;

import org.commonmark.text.Characters;

/** Rules for {@code *} and {@code _} as marks of emphasis. */
public enum Emphasis {
    /** CommonMark's flanking rules (6.2). */
    COMMONMARK,
    /**
     * As {@link #COMMONMARK}, but Chinese, Japanese and Korean punctuation beside the marks counts as letters: {@code
     * 他说**「好」**。}
     */
    BESIDE_CJK {
        @Override
        boolean opens(char mark, int before, int after) {
            return isLeft(before, after) && (mark == '*' || !isRight(before, after) || isPunctuation(before));
        }

        @Override
        boolean closes(char mark, int before, int after) {
            return isRight(before, after) && (mark == '*' || !isLeft(before, after) || isPunctuation(after));
        }

        private static boolean isLeft(int before, int after) {
            return !isBlank(after)
                    && (!isPunctuation(after)
                            || isCjk(after)
                            || isBlank(before)
                            || isPunctuation(before)
                            || isCjk(before));
        }

        private static boolean isRight(int before, int after) {
            return !isBlank(before)
                    && (!isPunctuation(before)
                            || isCjk(before)
                            || isBlank(after)
                            || isPunctuation(after)
                            || isCjk(after));
        }
    },
    /**
     * Anywhere without a space inside next to them, but {@code _} not within a word: kramdown, Python-Markdown and the
     * original Markdown.
     */
    LOOSE {
        @Override
        boolean opens(char mark, int before, int after) {
            return !isBlank(after) && (mark != '_' || !Character.isLetter(before));
        }

        @Override
        boolean closes(char mark, int before, int after) {
            return !isBlank(before) && (mark != '_' || !Character.isLetterOrDigit(after));
        }
    };

    /** Punctuation that Chinese shares with other scripts. */
    private static final String QUOTES = "\u2018\u2019\u201c\u201d\u2026\u2014";

    boolean opens(char mark, int before, int after) {
        throw new IllegalStateException("CommonMark's own rules are in its parser");
    }

    boolean closes(char mark, int before, int after) {
        throw new IllegalStateException("CommonMark's own rules are in its parser");
    }

    private static boolean isBlank(int c) {
        return c == 0 || Characters.isWhitespaceCodePoint(c);
    }

    private static boolean isPunctuation(int c) {
        return Characters.isPunctuationCodePoint(c);
    }

    /** Returns whether a character is an East Asian letter or punctuation. */
    private static boolean isCjk(int c) {
        return isCjkBlock(c) || QUOTES.indexOf(c) >= 0;
    }

    private static boolean isCjkBlock(int c) {
        return (c >= 0x1100 && c <= 0x11ff)
                || (c >= 0x2e80 && c <= 0xa4cf)
                || (c >= 0xac00 && c <= 0xd7ff)
                || (c >= 0xf900 && c <= 0xfaff)
                || (c >= 0xfe30 && c <= 0xfe6f)
                || (c >= 0xff00 && c <= 0xffef)
                || (c >= 0x20000 && c <= 0x3ffff);
    }
}
