package dev.feedmill.reading.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finder of marks that end a summary, such as {@code <!-- more -->}. Marks in code are ignored. */
public final class SummaryMarkFinder {
    private static final Pattern MARK = Pattern.compile(
            "<!--\\s*(?:more|excerpt|truncate|end[ _-]?excerpt|readmore|read more|summary)\\b[^>]{0,60}?-->"
                    + "|\\{/\\*\\s*truncate\\s*\\*/\\}",
            Pattern.CASE_INSENSITIVE);

    private SummaryMarkFinder() {}

    /** Returns the offset of the first mark, or -1. */
    public static int find(String body) {
        List<int[]> marks = marks(body);
        return marks.isEmpty() ? -1 : marks.get(0)[0];
    }

    /**
     * Returns the offset of the author's own mark, or -1; a mark that may mean something else must be alone on its
     * line.
     */
    public static int find(String body, String own) {
        boolean mark = own.startsWith("<!--");
        String fence = "";
        int at = body.indexOf(own);
        for (int line = 0; line < body.length() && at >= 0; ) {
            int found = body.indexOf('\n', line);
            int end = found < 0 ? body.length() : found;
            String marks = fence(body, line, end);
            at = at < line ? body.indexOf(own, line) : at;
            if (!fence.isEmpty()) {
                fence = marks.startsWith(fence) ? "" : fence;
            } else if (!marks.isEmpty()) {
                fence = marks;
            } else if (mark ? at >= 0 && at < end : isAlone(body, line, end, own)) {
                return mark ? at : line;
            }
            line = end + 1;
        }
        return -1;
    }

    /** Returns whether the mark is alone; below text, its line would turn that text into a heading. */
    private static boolean isAlone(String body, int line, int end, String own) {
        return body.substring(line, end).strip().equals(own)
                && line > 1
                && body.substring(body.lastIndexOf('\n', line - 2) + 1, line).isBlank();
    }

    /** Returns the body without marks; the line numbers of the rest do not change. */
    public static String without(String body) {
        List<int[]> marks = marks(body);
        if (marks.isEmpty()) {
            return body;
        }
        StringBuilder out = new StringBuilder(body.length());
        int from = 0;
        for (int[] mark : marks) {
            out.append(body, from, mark[0]);
            body.substring(mark[0], mark[1]).chars().filter(c -> c == '\n').forEach(c -> out.append('\n'));
            from = mark[1];
        }
        return out.append(body, from, body.length()).toString();
    }

    private static List<int[]> marks(String body) {
        List<int[]> marks = new ArrayList<>();
        if (!body.contains("<!--") && !body.contains("{/*")) {
            return marks;
        }
        Matcher mark = MARK.matcher(body);
        String fence = "";
        int line = 0;
        while (line < body.length()) {
            int found = body.indexOf('\n', line);
            int end = found < 0 ? body.length() : found;
            String own = fence(body, line, end);
            if (!fence.isEmpty()) {
                fence = own.startsWith(fence) ? "" : fence;
            } else if (!own.isEmpty()) {
                fence = own;
            } else if (find(body, line, end, mark)) {
                marks.add(new int[] {mark.start(), mark.end()});
                end = Math.max(end, mark.end());
            }
            line = end + 1;
        }
        return marks;
    }

    /** Finds a mark that begins in a line, outside code. */
    private static boolean find(String body, int line, int end, Matcher mark) {
        int at = line;
        while (at < end) {
            char c = body.charAt(at);
            if (c == '`') {
                at = behindCode(body, at, end);
            } else {
                boolean begins = body.startsWith("<!--", at) || body.startsWith("{/*", at);
                if (begins && mark.region(at, body.length()).lookingAt()) {
                    return true;
                }
                at++;
            }
        }
        return false;
    }

    private static int behindCode(String body, int start, int end) {
        int open = run(body, start, end);
        int at = start + open;
        while (at < end) {
            int close = run(body, at, end);
            if (close == open) {
                return at + close;
            }
            at += Math.max(close, 1);
        }
        return start + open;
    }

    private static int run(String body, int start, int end) {
        int at = start;
        while (at < end && body.charAt(at) == '`') {
            at++;
        }
        return at - start;
    }

    /** Returns the fence with which a line begins or ends code, or an empty text. */
    private static String fence(String body, int line, int end) {
        int at = line;
        while (at < end && (body.charAt(at) == ' ' || body.charAt(at) == '>')) {
            at++;
        }
        int start = at;
        while (at < end
                && (body.charAt(at) == '`' || body.charAt(at) == '~')
                && body.charAt(at) == body.charAt(start)) {
            at++;
        }
        boolean span =
                at < end && body.charAt(start) == '`' && body.substring(at, end).indexOf('`') >= 0;
        return at - start >= 3 && !span ? body.substring(start, at) : "";
    }
}
