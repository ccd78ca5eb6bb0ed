package dev.feedmill.markdown.component;

/** Finds code in Markdown text without parsing its blocks. */
final class CodeRanges {
    private CodeRanges() {}

    /** Returns the fence at the start of a line; empty for none. */
    static String fenceAt(String source, int from, int end) {
        int i = from;
        while (i < end && source.charAt(i) == ' ') {
            i++;
        }
        int start = i;
        while (i < end
                && (source.charAt(i) == '`' || source.charAt(i) == '~')
                && source.charAt(i) == source.charAt(start)) {
            i++;
        }
        boolean span = i < end
                && source.charAt(start) == '`'
                && source.substring(i, end).indexOf('`') >= 0;
        return i - start >= 3 && !span ? source.substring(start, i) : "";
    }

    /** Returns the offset after the code span at an offset, if it ends in its line; else after the backticks. */
    static int spanEnd(String source, int start) {
        int open = start;
        while (open < source.length() && source.charAt(open) == '`') {
            open++;
        }
        int i = open;
        while (i < source.length() && source.charAt(i) != '\n') {
            int close = i;
            while (close < source.length() && source.charAt(close) == '`') {
                close++;
            }
            if (close - i == open - start) {
                return close;
            }
            i = Math.max(close, i + 1);
        }
        return open;
    }
}
