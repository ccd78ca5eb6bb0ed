package dev.feedmill.html.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Text without markup: titles, names, summaries. */
public final class PlainText {
    private static final Pattern ENTITY =
            Pattern.compile("&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});");
    private static final String WHITE_SPACE = " \t\n\u000b\f\r\u0085\u00a0\u2028\u2029\u3000\u200b\ufeff";

    private PlainText() {}

    /**
     * Returns a title or name: entities decoded once, white space collapsed, XML-safe. Tag-like text is kept, as {@code
     * <3} and {@code List<String>} are text; a name without semicolon is no entity ({@code AT&T}).
     */
    public static String of(String written) {
        String decoded = written.indexOf('&') < 0
                ? written
                : ENTITY.matcher(written)
                        .replaceAll(entity -> Matcher.quoteReplacement(Parser.unescapeEntities(entity.group(), false)));
        return collapse(XmlText.clean(decoded));
    }

    /** Returns the text of sanitized HTML, with blocks separated. */
    public static String ofHtml(String html) {
        return WordScanner.words(html);
    }

    /** Collapses white space of every kind into one space, and strips both ends. */
    public static String collapse(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean behindSpace = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isWhiteSpace(c)) {
                out.append(c);
                behindSpace = false;
            } else if (!behindSpace) {
                out.append(' ');
                behindSpace = true;
            }
        }
        return out.toString().strip();
    }

    private static boolean isWhiteSpace(char c) {
        return c <= ' ' ? WHITE_SPACE.indexOf(c) >= 0 : c > '~' && WHITE_SPACE.indexOf(c) >= 0;
    }

    /**
     * Cuts a text to a number of code points, including the {@code …} that marks the cut: at the end of a sentence,
     * else of a word, if one is in the last third, and never within a grapheme.
     */
    public static String cut(String text, int codePoints) {
        return TextCutter.cut(text, codePoints);
    }

    /** Returns whether a text ends as a sentence does. */
    public static boolean endsSentence(String text) {
        return TextCutter.endsSentence(text);
    }
}
