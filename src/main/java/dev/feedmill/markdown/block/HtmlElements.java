package dev.feedmill.markdown.block;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where the HTML elements of a text begin and end, outside of fenced code; found in one pass. */
final class HtmlElements {
    private static final Set<String> BLOCKS = Set.of("""
            address article aside blockquote center details dialog div dl fieldset figcaption figure footer form h1 h2 h3 h4
            h5 h6 header hgroup iframe main menu nav object ol p pre section summary table tbody td tfoot th thead tr ul
            video audio""".split("\\s+", -1));

    private final Map<Integer, Integer> ends = new HashMap<>();

    private HtmlElements() {}

    static HtmlElements of(String text) {
        HtmlElements elements = new HtmlElements();
        elements.find(text);
        return elements;
    }

    /** The offset of the end tag of the element that begins there, or -1 where none is or it never ends. */
    int endOf(int start) {
        return ends.getOrDefault(start, -1);
    }

    static boolean isBlock(String name) {
        return BLOCKS.contains(name);
    }

    /** The name of the tag at an offset behind {@code <} or {@code </}, in small letters; empty where none begins. */
    static String nameAt(CharSequence text, int from) {
        int end = from;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end)) && end - from < 16) {
            end++;
        }
        boolean ends = end == text.length() || " \t\n/>".indexOf(text.charAt(end)) >= 0;
        return ends ? text.subSequence(from, end).toString().toLowerCase(Locale.ROOT) : "";
    }

    private void find(String text) {
        Map<String, Deque<Integer>> open = new HashMap<>();
        String fence = "";
        for (int line = 0; line < text.length(); ) {
            int end = text.indexOf('\n', line);
            int next = end < 0 ? text.length() : end + 1;
            String mark = fenceAt(text, line, next);
            if (fence.isEmpty() && mark.isEmpty()) {
                findIn(text, line, next, open);
            } else if (fence.isEmpty()) {
                fence = mark;
            } else if (mark.startsWith(fence)) {
                fence = "";
            }
            line = next;
        }
    }

    private static String fenceAt(String text, int line, int end) {
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

    private void findIn(String text, int from, int to, Map<String, Deque<Integer>> open) {
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
