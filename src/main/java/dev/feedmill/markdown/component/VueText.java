package dev.feedmill.markdown.component;

import dev.feedmill.html.markup.Fault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Converts Vue's Markdown to Markdown: replaces empty components with their content, and renames attributes to HTML's.
 * Keeps code and the number of lines.
 */
final class VueText {
    private static final List<String> PROGRAMS = List.of("script", "style");

    private final String source;
    private final StringBuilder out;
    private final List<Fault> faults = new ArrayList<>();
    private String fence = "";
    private boolean afterBlankLine = true;
    private boolean inList;
    private int line = 1;

    private VueText(String source) {
        this.source = source;
        this.out = new StringBuilder(source.length());
    }

    /** Converts a text; returns the same text if it has no tags. */
    static VueText of(String source) {
        VueText text = new VueText(source);
        text.run();
        return text;
    }

    String text() {
        return out.toString();
    }

    /** Returns what was left out, by lines of the source. */
    List<Fault> faults() {
        return faults;
    }

    private void run() {
        int at = 0;
        while (at < source.length()) {
            int found = source.indexOf('\n', at);
            int end = found < 0 ? source.length() : found + 1;
            String mark = CodeRanges.fenceAt(source, at, end);
            boolean code = !fence.isEmpty() || !mark.isEmpty() || isIndented(at, end);
            if (!mark.isEmpty()) {
                fence = fence.isEmpty() ? mark : mark.startsWith(fence) ? "" : fence;
            }
            at = code ? copy(at, end) : words(at, end);
        }
    }

    private int copy(int from, int to) {
        for (int i = from; i < to; i++) {
            line += source.charAt(i) == '\n' ? 1 : 0;
        }
        out.append(source, from, to);
        return to;
    }

    /** Returns whether a line is indented code, which it is after a blank line and outside lists. */
    private boolean isIndented(int from, int to) {
        String words = source.substring(from, to);
        boolean blank = words.isBlank();
        boolean indented = words.startsWith("    ") || words.startsWith("\t");
        boolean code = afterBlankLine && indented && !inList && !blank;
        inList = (blank || words.startsWith(" ") || indented) ? inList : isItem(words);
        afterBlankLine = blank || code;
        return code;
    }

    private static boolean isItem(String words) {
        int end = 0;
        while (end < words.length() && Character.isDigit(words.charAt(end))) {
            end++;
        }
        String marks = end > 0 ? ".)" : "-*+";
        return end + 1 < words.length() && marks.indexOf(words.charAt(end)) >= 0 && words.charAt(end + 1) == ' ';
    }

    /** Reads text up to the end of a line, or of a tag that crosses it. */
    private int words(int from, int to) {
        int at = from;
        while (at < to) {
            char c = source.charAt(at);
            if (c == '`') {
                at = copy(at, CodeRanges.spanEnd(source, at));
            } else if (c == '<') {
                at = tag(at);
            } else {
                at = copy(at, at + 1);
            }
        }
        return at;
    }

    private int tag(int start) {
        int kept = kept(start);
        if (kept > start) {
            return copy(start, kept);
        }
        JsxTag component = JsxTag.at(source, start, new JsxValues());
        if (component != null && !component.name().isEmpty()) {
            return component(component, start);
        }
        int name = start + 1;
        while (name < source.length()
                && (Character.isLetterOrDigit(source.charAt(name)) || source.charAt(name) == '-')) {
            name++;
        }
        int close = name == start + 1 ? -1 : JsxTag.close(source, name);
        return close < 0 ? copy(start, start + 1) : element(start, name, close);
    }

    /** Returns the offset after a comment or a program, which are kept. */
    private int kept(int start) {
        if (source.startsWith("<!--", start)) {
            return behind("-->", start);
        }
        for (String program : PROGRAMS) {
            int end = start + 1 + program.length();
            if (source.startsWith(program, start + 1)
                    && end < source.length()
                    && " >\n".indexOf(source.charAt(end)) >= 0) {
                return behind("</" + program, start);
            }
        }
        return start;
    }

    private int behind(String mark, int from) {
        int end = source.indexOf(mark, from);
        return end < 0 ? from : end + mark.length();
    }

    private int component(JsxTag tag, int start) {
        String end = "</" + tag.name() + ">";
        boolean empty = tag.isEmpty() || source.startsWith(end, tag.end());
        int behind = empty && !tag.isEmpty() ? tag.end() + end.length() : tag.end();
        String shown = tag.closes() ? "" : MdxComponents.shown(tag);
        boolean titled = !tag.closes() && !empty && MdxComponents.isKnown(tag) && !shown.isEmpty();
        if (!empty && !titled) {
            int name = start + (tag.closes() ? 2 : 1) + tag.name().length();
            return element(start, name, tag.end() - 1);
        }
        if (shown.isEmpty() && !MdxComponents.isKnown(tag)) {
            faults.add(new Fault(line, "'<" + tag.name() + ">' is not known here; it is left out"));
        }
        out.append(titled ? MdxComponents.heading(tag) : shown);
        for (int i = start; i < behind; i++) {
            if (source.charAt(i) == '\n') {
                out.append('\n');
                line++;
            }
        }
        return behind;
    }

    /** Writes a tag with HTML attributes. */
    private int element(int start, int nameEnd, int close) {
        copy(start, nameEnd);
        int at = nameEnd;
        while (at < close) {
            char c = source.charAt(at);
            if (c == '"' || c == '\'') {
                int end = source.indexOf(c, at + 1);
                at = copy(at, end < 0 || end > close ? close : end + 1);
            } else if (Character.isWhitespace(c) && at + 1 < close && isOfVue(at + 1, close)) {
                copy(at, at + 1);
                at = attribute(at + 1, close);
            } else {
                at = copy(at, at + 1);
            }
        }
        return copy(at, close + 1);
    }

    private boolean isOfVue(int at, int close) {
        char c = source.charAt(at);
        return c == '@' || c == '#' || (c == ':' && at + 1 < close) || source.startsWith("v-", at);
    }

    /**
     * Writes a bound literal text as an HTML attribute; replaces any other Vue attribute with {@code v-bound}, which no
     * allowed attribute is called.
     */
    private int attribute(int start, int close) {
        int end = start;
        while (end < close && !Character.isWhitespace(source.charAt(end)) && "=>/".indexOf(source.charAt(end)) < 0) {
            end++;
        }
        String name = source.substring(start, end);
        BoundText text = name.startsWith(":") && name.matches(":[a-z]+") ? BoundText.at(source, end, close) : null;
        if (text == null) {
            out.append("v-bound");
            return end;
        }
        out.append(name, 1, name.length()).append("=\"").append(text.value()).append('"');
        return text.end();
    }

    /** The text that an attribute is bound to: {@code ="'a'"} or {@code ="withBase('/a.png')"}. */
    private record BoundText(String value, int end) {
        private static @Nullable BoundText at(String source, int from, int close) {
            if (from + 2 >= close || source.charAt(from) != '=') {
                return null;
            }
            char quote = source.charAt(from + 1);
            int end = quote == '"' || quote == '\'' ? source.indexOf(quote, from + 2) : -1;
            if (end < 0 || end >= close) {
                return null;
            }
            String bound = source.substring(from + 2, end).strip();
            String inner = bound.replaceFirst("^\\$?withBase\\((.*)\\)$", "$1").strip();
            boolean literal = inner.length() > 1
                    && "'`\"".indexOf(inner.charAt(0)) >= 0
                    && inner.indexOf(inner.charAt(0), 1) == inner.length() - 1
                    && !inner.contains("${")
                    && inner.indexOf('"') < 0;
            return literal ? new BoundText(inner.substring(1, inner.length() - 1), end + 1) : null;
        }
    }
}
