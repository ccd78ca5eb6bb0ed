package dev.feedmill.markdown.component;

import dev.feedmill.html.Fault;
import java.util.ArrayList;
import java.util.List;

/**
 * MDX on its way to Markdown: programs go, components give way to what they hold or lead to. Code stays as it is, and so
 * does the number of lines.
 */
public final class MdxText {
    private final String source;
    private final StringBuilder out;
    private final List<Fault> faults = new ArrayList<>();

    /** Blanks that stand before what each open component holds. */
    private final List<Integer> indents = new ArrayList<>();

    private String fence = "";
    private boolean program;
    private int braces;
    private boolean behindBlank = true;
    private int at;
    private int line = 1;

    private MdxText(String source) {
        this.source = source;
        this.out = new StringBuilder(source.length());
    }

    public static MdxText of(String source) {
        MdxText text = new MdxText(source);
        text.run();
        return text;
    }

    public String text() {
        return out.toString();
    }

    /** What was left out, by the lines of the source. */
    public List<Fault> faults() {
        return faults;
    }

    private void run() {
        while (at < source.length()) {
            int found = source.indexOf('\n', at);
            int end = found < 0 ? source.length() : found;
            boolean blank = source.substring(at, end).isBlank();
            if (program || (fence.isEmpty() && behindBlank && isProgram())) {
                program(end, blank);
            } else {
                line(end);
            }
            behindBlank = blank || program;
        }
    }

    /** Whether a block of JavaScript begins here. */
    private boolean isProgram() {
        return source.startsWith("import ", at) || source.startsWith("export ", at) || source.startsWith("import{", at);
    }

    private void program(int end, boolean blank) {
        for (int i = at; i < end; i++) {
            char c = source.charAt(i);
            braces += "{([".indexOf(c) >= 0 ? 1 : "})]".indexOf(c) >= 0 ? -1 : 0;
        }
        program = !blank || braces > 0;
        braces = program ? braces : 0;
        endLine(end);
    }

    private void line(int end) {
        int words = skipIndent(end);
        String mark = CodeSpots.fenceAt(source, words, end);
        if (!fence.isEmpty() || !mark.isEmpty()) {
            out.append(source, words, end);
            fence = fence.isEmpty() ? mark : mark.startsWith(fence) ? "" : fence;
            endLine(end);
            return;
        }
        int i = words;
        while (i < source.length() && source.charAt(i) != '\n') {
            char c = source.charAt(i);
            JsxTag tag = c == '<' ? JsxTag.at(source, i) : null;
            if (tag != null) {
                replace(tag, i, words);
                i = tag.end();
            } else if (c == '`') {
                int close = CodeSpots.spanEnd(source, i);
                out.append(source, i, close);
                i = close;
            } else {
                out.append(c);
                i++;
            }
        }
        endLine(i);
    }

    private void endLine(int end) {
        if (end < source.length()) {
            out.append('\n');
            line++;
        }
        at = end + 1;
    }

    private int skipIndent(int end) {
        int most = indents.isEmpty() ? 0 : indents.get(indents.size() - 1);
        int i = at;
        while (i < end && i - at < most && source.charAt(i) == ' ') {
            i++;
        }
        return i;
    }

    private void replace(JsxTag tag, int start, int lineStart) {
        if (tag.closes()) {
            if (!indents.isEmpty()) {
                indents.remove(indents.size() - 1);
            }
        } else {
            String shown = MdxComponents.shown(tag);
            out.append(shown);
            if (shown.isEmpty() && !MdxComponents.isKnown(tag)) {
                faults.add(new Fault(
                        line,
                        "'<" + tag.name() + ">' is not known here; "
                                + (tag.isEmpty() ? "it is left out" : "only what it holds is shown")));
            }
            if (!tag.isEmpty()) {
                boolean alone = source.substring(lineStart, start).isBlank();
                indents.add(alone ? indentBehind(tag.end()) : indents.isEmpty() ? 0 : indents.get(indents.size() - 1));
            }
        }
        for (int i = start; i < tag.end(); i++) {
            if (source.charAt(i) == '\n') {
                out.append('\n');
                line++;
            }
        }
    }

    /** Blanks before the next line that is not blank. */
    private int indentBehind(int from) {
        int start = source.indexOf('\n', from);
        if (start < 0) {
            return 0;
        }
        int lineStart = start + 1;
        int i = lineStart;
        while (i < source.length() && Character.isWhitespace(source.charAt(i))) {
            lineStart = source.charAt(i) == '\n' ? i + 1 : lineStart;
            i++;
        }
        return i - lineStart;
    }
}
