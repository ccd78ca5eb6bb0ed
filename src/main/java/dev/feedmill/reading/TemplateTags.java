package dev.feedmill.reading;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out the code of other generators: Liquid and Nunjucks tags, Hugo's shortcodes, kramdown's attribute lists. What is
 * in code stays, since there it is what the article speaks of; pictures and code blocks become what they stand for.
 */
final class TemplateTags {
    /** What may begin something special, in order of how it is looked at. */
    private static final Pattern NEXT = Pattern.compile(
            "(?m)^ {0,3}(`{3,}|~{3,})[^\\n]*$|`+|<(?i:pre|code)\\b|\\{%|\\{\\{|\\{:[^{}\\n]{0,500}\\}|\\{/\\*(?!\\s*truncate)");

    private static final Pattern TOC = Pattern.compile("(?mi)^[*+\\-1.]+[ \\t]*\\w[^\\n]{0,40}\\n\\{:\\s*toc\\s*\\}");

    private final String text;
    private final StringBuilder out;
    private int from;
    private int firstOffset = -1;
    private int noTagEndAfter = Integer.MAX_VALUE;
    private int noPrintEndAfter = Integer.MAX_VALUE;
    private int paragraphEnd = -1;
    private final Set<String> neverClosed = new HashSet<>();

    private TemplateTags(String text) {
        this.text = text;
        this.out = new StringBuilder(text.length());
    }

    /**
     * What came of a body.
     *
     * @param firstOffset where the first tag stood, -1 where there was none
     */
    record Result(String text, int firstOffset) {}

    static Result remove(String body) {
        if (body.indexOf('{') < 0) {
            return new Result(body, -1);
        }
        TemplateTags tags = new TemplateTags(TOC.matcher(body).replaceAll(""));
        tags.run();
        return new Result(tags.out.toString(), tags.firstOffset);
    }

    private void run() {
        Matcher next = NEXT.matcher(text);
        while (from < text.length() && next.find(from)) {
            out.append(text, from, next.start());
            from = next.start();
            String token = next.group();
            if (token.startsWith("{%")) {
                tag();
            } else if (token.startsWith("{{")) {
                print();
            } else if (token.startsWith("{:")) {
                note();
                from = next.end();
            } else if (token.startsWith("{/*")) {
                skipTo("*/}", next.end());
            } else if (token.startsWith("<")) {
                keepTo("</" + token.substring(1).toLowerCase(Locale.ROOT), next.end());
            } else if (next.group(1) != null) {
                keepFence(next.group(1), next.end());
            } else {
                keepSpan(token, next.end());
            }
        }
        out.append(text, Math.min(from, text.length()), text.length());
    }

    private void tag() {
        int end = from >= noTagEndAfter ? -1 : text.indexOf("%}", from + 2);
        note();
        if (end < 0) {
            noTagEndAfter = Math.min(noTagEndAfter, from);
            from += 2;
            return;
        }
        String inner = text.substring(from + 2, end).strip();
        inner = inner.replaceAll("^[-<%]\\s*|\\s*[->]$", "");
        String[] parts = inner.split("\\s+", 2);
        String name = parts[0].toLowerCase(Locale.ROOT);
        String arguments = parts.length > 1 ? parts[1] : "";
        from = end + 2;
        switch (name) {
            case "raw", "verbatim" -> block(name, false);
            case "comment" -> skipBlock(name);
            case "highlight", "codeblock", "code" -> code(name, arguments);
            case "img", "asset_img", "image", "figure" -> out.append(TagPicture.html(arguments));
            default -> out.append(TagPicture.player(name, arguments));
        }
    }

    private void print() {
        boolean shortcode = text.startsWith("{{<", from) || text.startsWith("{{%", from);
        String close = shortcode ? (text.charAt(from + 2) == '<' ? ">}}" : "%}}") : "}}";
        int end = from >= noPrintEndAfter ? -1 : text.indexOf(close, from + 2);
        note();
        if (end < 0) {
            if (!shortcode) {
                noPrintEndAfter = Math.min(noPrintEndAfter, from);
            }
            from += 2;
            return;
        }
        String inner = text.substring(from + (shortcode ? 3 : 2), end).strip();
        from = end + close.length();
        if (shortcode) {
            String[] parts = inner.split("\\s+", 2);
            String arguments = parts.length > 1 ? parts[1] : "";
            switch (parts[0]) {
                case "figure", "img", "image" -> out.append(TagPicture.html(arguments));
                case "highlight" -> code("highlight", arguments);
                default -> out.append(TagPicture.player(parts[0], arguments));
            }
        }
    }

    private void code(String name, String arguments) {
        int start = from;
        int end = endOf(name);
        String code = text.substring(start, end).strip();
        Matcher language = Pattern.compile("(?:lang:)?([A-Za-z][\\w+#-]*)").matcher(arguments);
        out.append("\n\n<pre><code");
        if (language.lookingAt()) {
            out.append(" class=\"language-").append(language.group(1)).append('"');
        }
        out.append('>')
                .append(code.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
                .append("</code></pre>\n\n");
    }

    private void block(String name, boolean skip) {
        int start = from;
        int end = endOf(name);
        if (!skip) {
            out.append(text, start, end);
        }
    }

    private void skipBlock(String name) {
        block(name, true);
    }

    /** Where a block's inner text ends; behind its end tag it goes on. Without an end tag it is the rest. */
    private int endOf(String name) {
        Matcher end = Pattern.compile("\\{\\{?[%<]-?\\s*(?:end|/\\s*)" + Pattern.quote(name) + "[^}]{0,40}\\}\\}?")
                .matcher(text);
        if (end.find(from)) {
            from = end.end();
            return end.start();
        }
        from = text.length();
        return text.length();
    }

    private void keepTo(String close, int start) {
        int end = indexOfClose(close, start);
        int stop = end < 0 ? start : end;
        out.append(text, from, stop);
        from = stop;
    }

    private void keepFence(String fence, int start) {
        Matcher close = Pattern.compile(
                        "(?m)^ {0,3}" + Pattern.quote(fence.substring(0, 1)) + "{" + fence.length() + ",}[ \\t]*$")
                .matcher(text);
        int stop = close.find(start) ? close.end() : text.length();
        out.append(text, from, stop);
        from = stop;
    }

    /** A code span ends at a run of as many backticks in the same paragraph (CommonMark 6.1). */
    private void keepSpan(String ticks, int start) {
        int limit = paragraphEnd(start);
        int at = start;
        while (at < limit) {
            int run = text.indexOf('`', at);
            if (run < 0 || run >= limit) {
                break;
            }
            int end = run;
            while (end < text.length() && text.charAt(end) == '`') {
                end++;
            }
            if (end - run == ticks.length()) {
                out.append(text, from, end);
                from = end;
                return;
            }
            at = end;
        }
        out.append(ticks);
        from = start;
    }

    private int paragraphEnd(int start) {
        if (paragraphEnd < start) {
            int blank = text.indexOf("\n\n", start);
            paragraphEnd = blank < 0 ? text.length() : blank;
        }
        return paragraphEnd;
    }

    private void skipTo(String close, int start) {
        int end = indexOfClose(close, start);
        if (end < 0) {
            out.append(text, from, start);
            from = start;
        } else {
            note();
            from = end + close.length();
        }
    }

    /** What was once not found to the end of the text is never looked for again, so that the time stays linear. */
    private int indexOfClose(String what, int start) {
        if (neverClosed.contains(what)) {
            return -1;
        }
        Matcher found =
                Pattern.compile(Pattern.quote(what), Pattern.CASE_INSENSITIVE).matcher(text);
        if (found.find(start)) {
            return found.start();
        }
        neverClosed.add(what);
        return -1;
    }

    private void note() {
        if (firstOffset < 0) {
            firstOffset = from;
        }
    }
}
