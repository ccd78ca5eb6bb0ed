package dev.feedmill.html.text;

import java.util.Locale;
import java.util.Set;
import org.jsoup.parser.Parser;

/**
 * Strips the markup of sanitized HTML in one pass and without a tree: there, every {@code <} begins a tag, and every
 * {@code >} outside quotes ends one.
 */
final class WordScanner {
    /** Inline elements, which do not end a word. */
    static final Set<String> IN_LINE = Set.of("""
            a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strong sub sup u var time wbr
            ruby rb""".split("\\s+"));

    private WordScanner() {}

    static String words(String html) {
        StringBuilder words = new StringBuilder(html.length());
        int at = 0;
        while (at < html.length()) {
            int tag = html.indexOf('<', at);
            words.append(html, at, tag < 0 ? html.length() : tag);
            if (tag < 0) {
                break;
            }
            if (!IN_LINE.contains(name(html, tag + 1))) {
                words.append(' ');
            }
            at = end(html, tag + 1);
        }
        String text = words.toString();
        return PlainText.collapse(text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false));
    }

    private static String name(String html, int from) {
        int start = from < html.length() && html.charAt(from) == '/' ? from + 1 : from;
        int end = start;
        while (end < html.length() && Character.isLetterOrDigit(html.charAt(end))) {
            end++;
        }
        return html.substring(start, end).toLowerCase(Locale.ROOT);
    }

    /** Returns the offset after the end of a tag. */
    private static int end(String html, int from) {
        char quote = 0;
        for (int i = from; i < html.length(); i++) {
            char c = html.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i + 1;
            }
        }
        return html.length();
    }
}
