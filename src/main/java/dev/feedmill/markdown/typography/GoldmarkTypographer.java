package dev.feedmill.markdown.typography;

import org.commonmark.text.Characters;

/**
 * Sets quotes by CommonMark's flanking rules; a closing quote needs an open one. A quote between letters is an
 * apostrophe.
 */
final class GoldmarkTypographer implements Typographer {
    @Override
    public void set(InlineText text) {
        new Run(text).run();
    }

    private static final class Run {
        private final InlineText text;
        private int singles;
        private int doubles;
        private int runEnd;
        private boolean opens;
        private boolean closes;

        private Run(InlineText text) {
            this.text = text;
        }

        private void run() {
            for (int i = 0; i < text.length(); ) {
                i = text.isWord(i) ? sign(i) : i + 1;
            }
        }

        private int sign(int i) {
            return switch (text.at(i)) {
                case '-' -> text.has("---", i) ? put(i, 3, "\u2014") : text.has("--", i) ? put(i, 2, "\u2013") : i + 1;
                case '.' -> text.has("...", i) ? put(i, 3, "\u2026") : i + 1;
                case '<' -> text.has("<<", i) ? put(i, 2, "\u00ab") : i + 1;
                case '>' -> text.has(">>", i) ? put(i, 2, "\u00bb") : i + 1;
                case '\'', '"' -> quote(i);
                default -> i + 1;
            };
        }

        private int quote(int i) {
            flank(i);
            String quote = text.at(i) == '"' ? twofold(i) : single(i);
            return quote.isEmpty() ? i + 1 : put(i, 1, quote);
        }

        private int put(int start, int length, String sign) {
            text.replace(start, start + length, sign);
            return start + length;
        }

        private void flank(int i) {
            if (i >= runEnd) {
                runEnd = i;
                while (text.at(runEnd) == text.at(i)) {
                    runEnd++;
                }
            }
            int end = runEnd;
            char before = before(i);
            char after = end >= text.length() ? ' ' : text.at(end);
            opens = !isBlank(after) && (!isPunctuation(after) || isBlank(before) || isPunctuation(before));
            closes = !isBlank(before) && (!isPunctuation(before) || isBlank(after) || isPunctuation(after));
        }

        private String single(int i) {
            char before = before(i);
            char next = text.at(i + 1);
            // goldmark looks no further than the end of the line.
            char second = next == '\n' ? 0 : text.at(i + 2);
            boolean decade = opens
                    && !closes
                    && isDigit(next)
                    && isDigit(second)
                    && text.at(i + 3) == 's'
                    && isEnd(text.at(i + 4));
            boolean cut = next != 0 && (isPunctuation(before) || isBlank(before)) && "tenl".indexOf(next) >= 0;
            boolean within = Character.isLetterOrDigit(before) && Character.isLetter(next);
            if (decade || cut || within) {
                return "\u2019";
            }
            if (opens && !closes) {
                boolean ending = ("smtd".indexOf(next) >= 0 && next != 0 && isEnd(second))
                        || ((text.has("ve", i + 1) || text.has("ll", i + 1) || text.has("re", i + 1))
                                && isEnd(text.at(i + 3)));
                if (!ending) {
                    singles++;
                }
                return ending ? "\u2019" : "\u2018";
            }
            if (second != 0 && !isDigit(next)) {
                return "\u2019";
            }
            if (singles > 0 && isClosing(next, second)) {
                singles--;
                return "\u2019";
            }
            return "";
        }

        private String twofold(int i) {
            char next = text.at(i + 1);
            if (opens && !closes) {
                doubles++;
                return "\u201c";
            }
            if (doubles > 0 && isClosing(next, text.at(i + 2)) && !(next == '"' && isDigit(before(i)))) {
                doubles--;
                return "\u201d";
            }
            return "";
        }

        private boolean isClosing(char next, char second) {
            return closes && (!opens || (isPunctuation(next) && isEnd(second)));
        }

        /** Returns the character before an index; the start of a block counts as a space. */
        private char before(int i) {
            return i == 0 ? '\n' : text.at(i - 1);
        }

        private static boolean isEnd(char c) {
            return c == 0 || isBlank(c) || isPunctuation(c);
        }

        private static boolean isBlank(char c) {
            return Characters.isWhitespaceCodePoint(c);
        }

        private static boolean isPunctuation(char c) {
            return c != 0 && Characters.isPunctuationCodePoint(c);
        }

        private static boolean isDigit(char c) {
            return c >= '0' && c <= '9';
        }
    }
}
