package dev.feedmill.markdown.block;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Start and end offsets of the HTML elements of a text, outside fenced code; found in one pass. */
final class HtmlElements {
    private static final Set<String> BLOCKS = Set.of("""
            address article aside blockquote center details dialog div dl fieldset figcaption figure footer form h1 h2 h3 h4
            h5 h6 header hgroup iframe main menu nav object ol p pre section summary table tbody td tfoot th thead tr ul
            video audio""".split("\\s+", -1));

    private final Map<Integer, Integer> ends = new HashMap<>();

    private final String text;

    private HtmlElements(String text) {
        this.text = text;
    }

    static HtmlElements of(String text) {
        HtmlElements elements = new HtmlElements(text);
        elements.find();
        return elements;
    }

    /** Returns the offset of the end tag of the element at an offset, or -1 if there is none. */
    int endOf(int start) {
        return ends.getOrDefault(start, -1);
    }

    /** Returns the same for all elements that begin on the line on which the previous one ends. */
    int endOfAll(int start) {
        int end = endOf(start);
        for (int next = end; next >= 0; next = ends.getOrDefault(behind(end), -1)) {
            end = next;
        }
        return end;
    }

    /** Returns the next tag of the line directly after an end tag; -1 if other text follows. */
    private int behind(int tag) {
        int at = text.indexOf('>', tag) + 1;
        while (at > 0 && at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at > 0 && at < text.length() && text.charAt(at) == '<' ? at : -1;
    }

    static boolean isBlock(String name) {
        return BLOCKS.contains(name);
    }

    /** Returns the lower-case tag name at an offset after {@code <} or {@code </}; empty for none. */
    static String nameAt(CharSequence text, int from) {
        int end = from;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end)) && end - from < 16) {
            end++;
        }
        boolean ends = end == text.length() || " \t\n/>".indexOf(text.charAt(end)) >= 0;
        return ends ? text.subSequence(from, end).toString().toLowerCase(Locale.ROOT) : "";
    }

    private void find() {
        Map<String, Deque<Integer>> open = new HashMap<>();
        String fence = "";
        for (int line = 0; line < text.length(); ) {
            int end = text.indexOf('\n', line);
            int next = end < 0 ? text.length() : end + 1;
            String mark = fenceAt(line, next);
            if (fence.isEmpty() && mark.isEmpty()) {
                findIn(line, next, open);
            } else if (fence.isEmpty()) {
                fence = mark;
            } else if (mark.startsWith(fence)) {
                fence = "";
            }
            line = next;
        }
    }

    private String fenceAt(int line, int end) {
        int at = line;
        while (at < end && text.charAt(at) == ' ') {
            at++;
        }
        int start = at;
        while (at < end
                && (text.charAt(at) == '`' || text.charAt(at) == '~')
                && text.charAt(at) == text.charAt(start)) {
            at++;
        }
        return at - start >= 3 ? text.substring(start, at) : "";
    }

    private void findIn(int from, int to, Map<String, Deque<Integer>> open) {
        for (int at = text.indexOf('<', from); at >= 0 && at < to; at = text.indexOf('<', at + 1)) {
            boolean closes = at + 1 < to && text.charAt(at + 1) == '/';
            String name = nameAt(text, closes ? at + 2 : at + 1);
            if (!BLOCKS.contains(name)) {
                continue;
            }
            Deque<Integer> starts = open.computeIfAbsent(name, key -> new ArrayDeque<>());
            if (!closes) {
                starts.push(at);
            } else if (!starts.isEmpty()) {
                ends.put(starts.pop(), at);
            }
        }
    }
}
