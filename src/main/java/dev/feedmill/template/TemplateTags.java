package dev.feedmill.template;

import dev.feedmill.html.ForwardFinder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out the code of other generators: Liquid and Nunjucks tags, Hugo's shortcodes, kramdown's attribute lists. What is
 * in code stays, since there it is what the article speaks of; what a tag plainly stands for takes its place; what does not
 * end in its paragraph is words.
 */
public final class TemplateTags {
    /** What may begin something special, in order of how it is looked at. */
    private static final Pattern NEXT = Pattern.compile("(?m)^ {0,3}(`{3,}|~{3,})[^\\n]*$|`+|\\$\\$|<(?i:pre|code)\\b"
            + "|\\{%|\\{\\{|\\{:[^{}\\n]{0,500}\\}|\\{/\\*(?!\\s*truncate)");

    private static final Pattern TOC = Pattern.compile("(?mi)^[*+\\-1.]+[ \\t]*\\w[^\\n]{0,40}\\n\\{:\\s*toc\\s*\\}");

    private static final int MAX_NOTES = 20;

    private final String text;
    private final Rewriting out;
    private final ForwardFinder finder;
    private final TagMeaning meaning;
    private final List<Note> notes = new ArrayList<>();
    private final Set<String> neverClosed = new HashSet<>();
    private final Set<Integer> spansNeverClosed = new HashSet<>();
    private int from;
    private int paragraphEnd = -1;
    private int more;

    private TemplateTags(String text) {
        this.text = text;
        this.out = new Rewriting(text);
        this.finder = new ForwardFinder(text);
        this.meaning = new TagMeaning(text);
    }

    /**
     * Something that could not be shown.
     *
     * @param line of the body, counted from 1
     */
    public record Note(int line, String message) {}

    /** What the body becomes.
     *
     * @param more notes that were too many to keep
     */
    public record Result(Rewriting body, List<Note> notes, int more) {}

    public static Result remove(String body) {
        if (body.indexOf('{') < 0) {
            return new Result(Rewriting.unchanged(body), List.of(), 0);
        }
        // A table of contents gives way to as many lines as it had.
        TemplateTags tags = new TemplateTags(TOC.matcher(body).replaceAll("\n"));
        tags.run();
        return new Result(tags.out, tags.notes, tags.more);
    }

    private void run() {
        Matcher next = NEXT.matcher(text);
        while (from < text.length() && next.find(from)) {
            out.copy(from, next.start());
            from = next.start();
            String token = next.group();
            switch (token.charAt(0)) {
                case '{' -> braces(token, next.end());
                case '<' -> keepTo(finder.findEndTag(token.substring(1), next.end()), next.end());
                case '$' -> keepTo(inParagraph(finder.find("$$", next.end())), next.end());
                default -> {
                    if (next.group(1) != null) {
                        keepFence(next.group(1), next.end());
                    } else {
                        keepSpan(token.length(), next.end());
                    }
                }
            }
        }
        out.copy(from, text.length());
    }

    private void braces(String token, int end) {
        switch (token.charAt(1)) {
            case '%' -> tag();
            case '{' -> print();
            case ':' -> kramdown(token, end);
            default -> {
                int close = finder.find("*/}", end);
                if (close < 0) {
                    keep(end);
                } else {
                    from = close + 3;
                }
            }
        }
    }

    /** An attribute list says how something looks; a comment ends at its own end. */
    private void kramdown(String token, int end) {
        int close = token.startsWith("{::comment") ? finder.find("{:/", end) : -1;
        int behind = close < 0 ? -1 : finder.find("}", close);
        from = behind < 0 ? end : behind + 1;
    }

    private void tag() {
        int start = from;
        int end = inParagraph(finder.find("%}", from + 2));
        if (end < 0) {
            keep(from + 2);
            return;
        }
        TemplateCall call = TemplateCall.of(text.substring(from + 2, end));
        from = end + 2;
        switch (call.name()) {
            case "raw", "verbatim" -> raw(call.name());
            case "comment" -> hidden(start);
            case "highlight", "codeblock", "code" -> code(start, call);
            default -> put(start, meaning.ofTag(call));
        }
    }

    private void print() {
        int start = from;
        if (TagMeaning.isFormula(text, from) || TagMeaning.isQuoted(text, from)) {
            keep(from + 2);
            return;
        }
        boolean shortcode = text.startsWith("{{<", from) || text.startsWith("{{%", from);
        String close = shortcode ? (text.charAt(from + 2) == '<' ? ">}}" : "%}}") : "}}";
        int inside = from + (shortcode ? 3 : 2);
        int end = inParagraph(finder.find(close, inside));
        String inner = end < 0 ? "" : text.substring(inside, end).strip();
        if (inner.isEmpty()) {
            keep(inside);
            return;
        }
        from = end + close.length();
        if (!shortcode) {
            boolean attribute = start > 0 && text.charAt(start - 1) == '=';
            put(start, attribute ? TagMeaning.Shown.NOTHING : TagMeaning.ofValue(inner));
            return;
        }
        TemplateCall call = TemplateCall.of(inner);
        if (call.name().equals("highlight")) {
            code(start, call);
        } else {
            put(start, meaning.ofShortcode(inner, call, close));
        }
    }

    private void put(int start, TagMeaning.Shown shown) {
        out.insert(shown.html(), start);
        if (shown.problem() != null) {
            note(start, shown.problem());
        }
    }

    private void note(int offset, String message) {
        if (notes.size() < MAX_NOTES) {
            notes.add(new Note(Rewriting.line(text, offset), message));
        } else {
            more++;
        }
    }

    private void raw(String name) {
        int start = from;
        int end = endOf(name);
        out.copy(start, end < 0 ? text.length() : end);
        from = end < 0 ? text.length() : from;
    }

    private void hidden(int start) {
        if (endOf("comment") < 0) {
            note(start, "'{% comment %}' must be closed by '{% endcomment %}'; the tag is left out");
        }
    }

    private void code(int tag, TemplateCall call) {
        int start = from;
        int end = endOf(call.name());
        if (end < 0) {
            note(tag, "'" + call.name() + "' must be closed by 'end" + call.name() + "'; the tag is left out");
            return;
        }
        out.insert("\n\n<pre><code" + call.languageClass() + ">", tag);
        out.insert(escaped(text.substring(start, end).strip()), start);
        out.insert("</code></pre>\n\n", end);
    }

    private static String escaped(String code) {
        return code.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Where a block's inner text ends, or -1; behind its end tag it goes on. */
    private int endOf(String name) {
        if (!neverClosed.contains(name)) {
            Matcher end = Pattern.compile("\\{\\{?[%<]-?\\s*(?:end|/\\s*)" + Pattern.quote(name) + "[^}]{0,40}\\}\\}?")
                    .matcher(text);
            if (end.find(from)) {
                from = end.end();
                return end.start();
            }
            neverClosed.add(name);
        }
        return -1;
    }

    private void keep(int to) {
        out.copy(from, to);
        from = to;
    }

    private void keepTo(int end, int otherwise) {
        keep(end < 0 ? otherwise : end + (text.startsWith("$$", end) ? 2 : 0));
    }

    private void keepFence(String fence, int start) {
        Matcher close = Pattern.compile(
                        "(?m)^ {0,3}" + Pattern.quote(fence.substring(0, 1)) + "{" + fence.length() + ",}[ \\t]*$")
                .matcher(text);
        keep(close.find(start) ? close.end() : text.length());
    }

    /** A code span ends at a run of as many backticks in the same paragraph (CommonMark 6.1). */
    private void keepSpan(int ticks, int start) {
        int limit = paragraphEnd(start);
        int at = spansNeverClosed.contains(ticks) ? limit : start;
        while (at < limit) {
            int run = finder.find("`", at);
            if (run < 0 || run >= limit) {
                break;
            }
            int end = run;
            while (end < text.length() && text.charAt(end) == '`') {
                end++;
            }
            if (end - run == ticks) {
                keep(end);
                return;
            }
            at = end;
        }
        spansNeverClosed.add(ticks);
        keep(start);
    }

    private int inParagraph(int found) {
        return found < paragraphEnd(from) ? found : -1;
    }

    private int paragraphEnd(int start) {
        if (paragraphEnd < start) {
            int blank = text.indexOf("\n\n", start);
            paragraphEnd = blank < 0 ? text.length() : blank;
            spansNeverClosed.clear();
        }
        return paragraphEnd;
    }
}
