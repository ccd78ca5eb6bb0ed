package dev.feedmill.html.markup;

import java.util.HashMap;
import java.util.Map;

/**
 * Finds the next occurrence of fixed texts, ignoring case. Caches what it finds, so that repeated searches at
 * increasing offsets take linear time per text.
 */
public final class ForwardFinder {
    private final String text;
    private final Map<String, Known> known = new HashMap<>();

    /**
     * A cached search.
     *
     * @param at next occurrence at or after {@code from}; -1 for none
     */
    private record Known(int from, int at) {
        private boolean tells(int place) {
            return place >= from && (at < 0 || place <= at);
        }
    }

    public ForwardFinder(String text) {
        this.text = text;
    }

    /** Returns the offset of a text that begins with no letter, or -1. */
    public int find(String what, int from) {
        return find(what, from, false);
    }

    /** Returns the offset of the {@code </name} that ends an element, or -1. */
    public int findEndTag(String name, int from) {
        return find("</" + name, from, true);
    }

    private int find(String what, int from, boolean tag) {
        Known last = known.get(what);
        if (last == null || !last.tells(from)) {
            last = new Known(from, search(what, from, tag));
            known.put(what, last);
        }
        return last.at();
    }

    private int search(String what, int from, boolean tag) {
        char first = what.charAt(0);
        for (int at = text.indexOf(first, from); at >= 0; at = text.indexOf(first, at + 1)) {
            int end = at + what.length();
            if (text.regionMatches(true, at, what, 0, what.length())
                    && (!tag || end == text.length() || " \t\n\f/>".indexOf(text.charAt(end)) >= 0)) {
                return at;
            }
        }
        return -1;
    }
}
