package dev.feedmill.html;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Text without markup: titles, names, summaries. */
public final class PlainText {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u3000\\u200b\\ufeff]+");

    private PlainText() {}

    /**
     * A title or name as an author wrote it: entities decoded once, white space collapsed, XML-safe. What looks like a tag is
     * text, since {@code <3} and {@code List<String>} are.
     */
    public static String of(String written) {
        String decoded = written.indexOf('&') < 0 ? written : Parser.unescapeEntities(written, false);
        return collapse(XmlText.clean(decoded));
    }

    /** What a person reads of an element, readings of ruby characters left out. */
    static String of(Element body) {
        Element copy = body;
        if (body.selectFirst("rt, rp") != null) {
            copy = body.clone();
            copy.select("rt, rp").remove();
        }
        return collapse(copy.text());
    }

    /** White space of every kind becomes one blank, none at the ends. */
    public static String collapse(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    /**
     * At most so many code points, cut at the end of a sentence, else of a word, never within a character as people see it;
     * {@code …} says that more follows.
     */
    public static String cut(String text, int codePoints) {
        if (text.length() <= codePoints || text.codePointCount(0, text.length()) <= codePoints) {
            return text;
        }
        int most = text.offsetByCodePoints(0, codePoints - 1);
        String window = text.substring(0, Math.min(text.length(), most + 64));
        int end = boundary(BreakIterator.getSentenceInstance(Locale.ROOT), window, most);
        if (end < most / 2) {
            end = boundary(BreakIterator.getWordInstance(Locale.ROOT), window, most);
        }
        if (end < most / 2) {
            end = boundary(BreakIterator.getCharacterInstance(Locale.ROOT), window, most);
        }
        return text.substring(0, end).stripTrailing() + "…";
    }

    private static int boundary(BreakIterator iterator, String text, int most) {
        iterator.setText(text);
        int end = most >= text.length() ? iterator.last() : iterator.preceding(most + 1);
        return end == BreakIterator.DONE ? 0 : end;
    }
}
