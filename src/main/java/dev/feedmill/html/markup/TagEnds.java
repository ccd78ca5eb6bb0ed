package dev.feedmill.html.markup;

/** Finds where tags and attributes end, as the HTML tokenizer does. */
final class TagEnds {
    private final String html;
    private final ForwardFinder finder;

    TagEnds(String html, ForwardFinder finder) {
        this.html = html;
        this.finder = finder;
    }

    /** Returns the offset after the tag, or -1; a {@code >} within quotes ends nothing (HTML 13.2.5.32 and after). */
    int endOfTag(int from, int limit) {
        int i = from;
        while (i < limit) {
            char c = html.charAt(i);
            if (c == '>') {
                return i + 1;
            }
            i = isWhiteSpace(c) || c == '/' ? i + 1 : endOfAttribute(i, limit);
        }
        return -1;
    }

    /**
     * Returns the end of an attribute, or the limit for none; another tag within a name means that the first was not
     * meant to be this long.
     */
    private int endOfAttribute(int from, int limit) {
        int i = from + 1;
        while (i < limit && "= \t\n\f/>".indexOf(html.charAt(i)) < 0) {
            i++;
        }
        if (isBefore(i, finder.find("<", from))) {
            return limit;
        }
        int equals = skipWhiteSpace(i, limit);
        if (equals >= limit || html.charAt(equals) != '=') {
            return i;
        }
        int value = skipWhiteSpace(equals + 1, limit);
        if (value >= limit) {
            return limit;
        }
        char quote = html.charAt(value);
        if (quote == '"' || quote == '\'') {
            int end = html.indexOf(quote, value + 1);
            return end < 0 || end >= limit ? limit : end + 1;
        }
        while (value < limit && !isWhiteSpace(html.charAt(value)) && html.charAt(value) != '>') {
            value++;
        }
        return value;
    }

    /** Returns whether a slash is outside an attribute's value. */
    boolean isEndOfTag(int nameEnd, int slash) {
        int i = nameEnd;
        while (i < slash) {
            char c = html.charAt(i);
            i = isWhiteSpace(c) || c == '/' ? i + 1 : endOfAttribute(i, slash + 1);
        }
        return i == slash;
    }

    /** Returns the offset after white space. */
    int skipWhiteSpace(int from, int limit) {
        int i = from;
        while (i < limit && isWhiteSpace(html.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isWhiteSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\f';
    }

    /** Returns whether something was found, before a limit. */
    static boolean isBefore(int limit, int found) {
        return found >= 0 && found < limit;
    }
}
