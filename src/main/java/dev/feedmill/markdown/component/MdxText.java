package dev.feedmill.markdown.component;

import dev.feedmill.html.markup.Fault;
import java.util.ArrayList;
import java.util.List;

/**
 * Converts MDX to Markdown: removes programs, and replaces components with their content or a link. Keeps code, and
 * maps lines to the source.
 */
final class MdxText {
    private final String source;
    private final StringBuilder out;
    private final List<Fault> faults = new ArrayList<>();

    /** Indentation of each open component's content. */
    private final List<Integer> indents = new ArrayList<>();

    /** Lines of the source, by lines of the text. */
    private final List<Integer> lines = new ArrayList<>(List.of(1));

    private final TabLabels labels = new TabLabels();

    private final JsxValues values = new JsxValues();
    private String fence = "";
    private boolean program;
    private int braces;
    private boolean afterBlankLine = true;
    private int at;
    private int line = 1;

    private MdxText(String source) {
        this.source = source;
        this.out = new StringBuilder(source.length());
    }

    static MdxText of(String source) {
        MdxText text = new MdxText(source);
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

    /** Returns the source's line for a line of the text, both counted from 1. */
    int sourceLine(int textLine) {
        return lines.get(Math.max(0, Math.min(textLine, lines.size()) - 1));
    }

    private void run() {
        while (at < source.length()) {
            int found = source.indexOf('\n', at);
            int end = found < 0 ? source.length() : found;
            boolean blank = source.substring(at, end).isBlank();
            if (program || (fence.isEmpty() && afterBlankLine && isProgram())) {
                program(end, blank);
            } else {
                line(end);
            }
            afterBlankLine = blank || program;
        }
    }

    /** Returns whether a JavaScript block begins here. */
    private boolean isProgram() {
        return source.startsWith("import ", at) || source.startsWith("export ", at) || source.startsWith("import{", at);
    }

    private void program(int end, boolean blank) {
        values.read(source.substring(at, end));
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
        String mark = CodeRanges.fenceAt(source, words, end);
        if (!fence.isEmpty() || !mark.isEmpty()) {
            out.append(source, words, end);
            fence = fence.isEmpty() ? mark : mark.startsWith(fence) ? "" : fence;
            endLine(end);
            return;
        }
        int i = words;
        while (i < source.length() && source.charAt(i) != '\n') {
            char c = source.charAt(i);
            JsxTag tag = c == '<' ? JsxTag.at(source, i, values) : null;
            int element = c == '<' && tag == null ? elementEnd(i) : -1;
            if (tag != null) {
                i = replace(tag, i, words);
            } else if (element > 0) {
                out.append(values.plain(source.substring(i, element)));
                i = element;
            } else if (c == '`') {
                int close = CodeRanges.spanEnd(source, i);
                out.append(source, i, close);
                i = close;
            } else {
                out.append(c);
                i++;
            }
        }
        endLine(i);
    }

    /** Returns the end of an HTML element that begins here and has values in braces, all in this line; -1 for none. */
    private int elementEnd(int start) {
        int end = source.indexOf('\n', start);
        int last = end < 0 ? source.length() : end;
        boolean named = start + 1 < last && Character.isLowerCase(source.charAt(start + 1));
        int close = named ? source.indexOf('>', start) : -1;
        return close > 0 && close < last && source.substring(start, close).contains("={") ? close : -1;
    }

    private void endLine(int end) {
        if (end < source.length()) {
            line++;
            newLine();
        }
        at = end + 1;
    }

    private void newLine() {
        out.append('\n');
        lines.add(line);
    }

    private int skipIndent(int end) {
        int max = indents.isEmpty() ? 0 : indents.get(indents.size() - 1);
        int i = at;
        while (i < end && i - at < max && source.charAt(i) == ' ') {
            i++;
        }
        return i;
    }

    /** Replaces a tag; returns the offset after it. */
    private int replace(JsxTag tag, int start, int lineStart) {
        labels.see(tag, source.substring(start, tag.end()));
        String before = source.substring(lineStart, start);
        String prefix = before.isBlank() ? before : "";
        CodeElement code = CodeElement.at(source, tag);
        if (code != null && code.fenced().isEmpty()) {
            faults.add(new Fault(line, "'<" + tag.name() + ">' holds code that a program makes; it is left out"));
        }
        if (code != null) {
            ownLine(prefix);
            code.fenced().lines().forEach(each -> {
                out.append(each);
                newLine();
                out.append(prefix);
            });
            passLines(start, code.end());
            return code.end();
        }
        String link = MdxComponents.link(tag);
        if (!link.isEmpty()) {
            out.append(link);
        } else if (!tag.closes()) {
            show(tag, prefix);
        }
        if (tag.closes() && !indents.isEmpty()) {
            indents.remove(indents.size() - 1);
        } else if (!tag.closes() && !tag.isEmpty()) {
            // Indentation within a component is only layout; indentation of a list is kept.
            int outer = indents.isEmpty() ? 0 : indents.get(indents.size() - 1);
            int deeper = before.isBlank() ? indentBehind(tag.end()) - outer - before.length() : 0;
            indents.add(outer + Math.max(0, deeper));
        }
        passLines(start, tag.end());
        return tag.end();
    }

    private void show(JsxTag tag, String prefix) {
        String shown = MdxComponents.shown(tag);
        if (shown.isEmpty() && !MdxComponents.isKnown(tag)) {
            faults.add(new Fault(
                    line,
                    "'<" + tag.name() + ">' is not known here; "
                            + (tag.isEmpty() ? "it is left out" : "only what it holds is shown")));
        }
        String title = tag.isEmpty() ? "" : shown.isEmpty() ? labels.of(tag) : shown;
        if (title.isEmpty()) {
            out.append(shown);
            return;
        }
        ownLine(prefix);
        out.append(title);
        newLine();
        int end = source.indexOf('\n', tag.end());
        if (!source.substring(tag.end(), end < 0 ? source.length() : end).isBlank()) {
            newLine();
            out.append(prefix);
        }
    }

    /** Begins a paragraph. */
    private void ownLine(String prefix) {
        int last = out.lastIndexOf("\n");
        if (!out.substring(last + 1).isBlank()) {
            newLine();
            newLine();
            out.append(prefix);
        } else if (last > 0
                && !out.substring(out.lastIndexOf("\n", last - 1) + 1, last).isBlank()) {
            newLine();
            out.append(prefix);
        }
    }

    private void passLines(int from, int to) {
        for (int i = from; i < to; i++) {
            if (source.charAt(i) == '\n') {
                line++;
                newLine();
            }
        }
    }

    /** Returns the indentation of the next non-blank line. */
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
