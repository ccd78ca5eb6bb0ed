package dev.feedmill.template.scan;

import dev.feedmill.html.markup.ForwardFinder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds inline code: backtick spans, HTML elements, TeX formulas. */
public final class InlineCodeFinder {
    private static final List<String> ELEMENTS = List.of("pre", "code", "script", "style", "textarea", "xmp");
    private static final int MAX_FORMULA_LENGTH = 300;

    private final String text;
    private final ForwardFinder finder;

    /** Last run of each number of backticks, in one paragraph. */
    private final Map<Integer, Integer> lastRuns = new HashMap<>();

    private int runsTo = -1;

    public InlineCodeFinder(String text, ForwardFinder finder) {
        this.text = text;
        this.finder = finder;
    }

    public int runEnd(int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) == '`') {
            end++;
        }
        return end;
    }

    /** Returns the offset after the span that begins with a run of backticks, or -1 (CommonMark 6.1). */
    public int span(int start, int limit) {
        if (runsTo != limit) {
            count(start, limit);
        }
        int inside = runEnd(start);
        int ticks = inside - start;
        if (lastRuns.getOrDefault(ticks, -1) < inside) {
            return -1;
        }
        int at = text.indexOf('`', inside);
        while (at >= 0 && at < limit) {
            int end = runEnd(at);
            if (end - at == ticks) {
                return end;
            }
            at = text.indexOf('`', end);
        }
        return -1;
    }

    private void count(int start, int limit) {
        lastRuns.clear();
        runsTo = limit;
        for (int at = text.indexOf('`', start); at >= 0 && at < limit; ) {
            int end = runEnd(at);
            lastRuns.put(end - at, at);
            at = text.indexOf('`', end);
        }
    }

    /** Returns the offset after an element whose text is no template, or -1. */
    public int element(int start, int limit) {
        if (text.startsWith("<!--", start)) {
            int end = finder.find("-->", start + 4);
            return end < 0 ? -1 : end + 3;
        }
        for (String name : ELEMENTS) {
            int behind = start + 1 + name.length();
            if (text.regionMatches(true, start + 1, name, 0, name.length())
                    && behind < text.length()
                    && " \t\n>".indexOf(text.charAt(behind)) >= 0) {
                int end = finder.findEndTag(name, behind);
                return end < 0 || (name.equals("code") && end >= limit) ? -1 : end;
            }
        }
        return -1;
    }

    /** Returns the offset after a TeX formula, or -1. */
    public int formula(int start, int limit) {
        if (text.charAt(start) == '$') {
            return text.startsWith("$", start + 1) ? behind("$$", start + 2, limit) : dollars(start, limit);
        }
        if (text.startsWith("(", start + 1)) {
            return behind("\\)", start + 2, limit);
        }
        if (text.startsWith("[", start + 1)) {
            return behind("\\]", start + 2, limit);
        }
        if (text.startsWith("begin{", start + 1)) {
            return behind("\\end{", start + 7, limit);
        }
        return start + 2;
    }

    private int behind(String close, int from, int limit) {
        int end = finder.find(close, from);
        return end < 0 || end >= limit ? -1 : end + close.length();
    }

    /**
     * Returns the offset after text in single dollars, which is TeX only if it has TeX characters; otherwise the
     * dollars are prices.
     */
    private int dollars(int start, int limit) {
        int max = Math.min(limit, start + MAX_FORMULA_LENGTH);
        if (start + 1 >= max || Character.isWhitespace(text.charAt(start + 1)) || text.charAt(start + 1) == '{') {
            return -1;
        }
        boolean formula = false;
        for (int at = start + 1; at < max; at++) {
            char c = text.charAt(at);
            if (c == '$') {
                boolean ends = !Character.isWhitespace(text.charAt(at - 1))
                        && (at + 1 >= text.length() || !Character.isDigit(text.charAt(at + 1)));
                return ends && formula ? at + 1 : -1;
            }
            formula |= c == '\\' || c == '_' || c == '^';
        }
        return -1;
    }
}
