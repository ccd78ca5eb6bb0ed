package dev.feedmill.template.tag;

import dev.feedmill.template.scan.Token;

/**
 * Replaces a tag with HTML without changing the Markdown blocks around it: on lines of its own, after the marks of the
 * enclosing quotation or list item.
 */
public final class Layout {
    private final String text;
    private final boolean markdown;

    public Layout(String text, boolean markdown) {
        this.text = text;
        this.markdown = markdown;
    }

    /** Returns whether only spaces and marks of quotations and lists precede it on its line. */
    public boolean startsLine(Token token) {
        int line = lineStart(token.start());
        return markEnd(line, token.start()) == token.start();
    }

    /** Returns whether the tag is alone on its line. */
    public boolean isAlone(Token token) {
        return startsLine(token) && endsLine(token.end());
    }

    /** Returns whether it is the first tag of a line that contains only tags. */
    public boolean beginsLineOfTags(Token token) {
        if (!startsLine(token)) {
            return false;
        }
        int end = text.indexOf('\n', token.end());
        String rest = text.substring(token.end(), end < 0 ? text.length() : Math.min(end, token.end() + 2_000))
                .strip();
        return rest.isEmpty() || (rest.startsWith("{%") && rest.endsWith("%}"));
    }

    /** Returns HTML that begins or ends a block, with Markdown lines after it. */
    public String block(String html, Token token) {
        return block(html, token.start(), token.end());
    }

    public String block(String html, int start, int end) {
        if (!markdown) {
            return html;
        }
        String prefix = prefix(start);
        String before = markEnd(lineStart(start), start) == start ? "" : "\n" + prefix;
        String after = "\n" + prefix.stripTrailing();
        return before + html.replace("\n", "\n" + prefix) + after + (endsLine(end) ? "" : "\n" + prefix);
    }

    /** Returns one line of HTML that is a block by itself: an element that Markdown keeps up to its end. */
    public String line(String html, Token token) {
        if (!markdown) {
            return html;
        }
        String prefix = prefix(token.start());
        return (startsLine(token) ? "" : "\n" + prefix) + html + (endsLine(token.end()) ? "" : "\n" + prefix);
    }

    /** Returns the line prefix of the block whose first line contains an offset. */
    public String prefix(int offset) {
        int start = lineStart(offset);
        int end = markEnd(start, offset);
        StringBuilder prefix = new StringBuilder();
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            prefix.append(c == '>' || c == '\t' ? c : ' ');
        }
        return prefix.toString();
    }

    private boolean endsLine(int offset) {
        int at = offset;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t' || text.charAt(at) == '\r')) {
            at++;
        }
        return at == text.length() || text.charAt(at) == '\n';
    }

    /** Returns the start of the line; stops early in a very long line, where text precedes the tag anyway. */
    private int lineStart(int offset) {
        int at = offset;
        while (at > 0 && text.charAt(at - 1) != '\n' && offset - at < 200) {
            at--;
        }
        return at;
    }

    /** Returns the end of the spaces and marks of quotations and list items at the start of a line. */
    private int markEnd(int line, int limit) {
        int at = line;
        while (at < limit) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\t' || c == '>') {
                at++;
            } else {
                int mark = at;
                while (mark < limit && Character.isDigit(text.charAt(mark))) {
                    mark++;
                }
                boolean number = mark > at && mark - at < 10;
                boolean item = mark < limit && (number ? ".)" : "-*+").indexOf(text.charAt(mark)) >= 0;
                if (!item
                        || mark + 1 >= text.length()
                        || !(text.charAt(mark + 1) == ' ' || text.charAt(mark + 1) == '\t')) {
                    return at;
                }
                at = mark + 1;
            }
        }
        return at;
    }
}
