package dev.feedmill.reading;

import dev.feedmill.html.Markup;
import dev.feedmill.markdown.MarkdownReader;
import dev.feedmill.markdown.MarkdownRules;
import dev.feedmill.markdown.WikiLinks;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a body is HTML or Markdown, and where its summary ends. */
final class Body {
    private static final Pattern MORE = Pattern.compile(
            "<!--\\s*(?:more|excerpt|truncate|end[ _-]?excerpt|readmore|read more|summary)\\b[^>]{0,60}?-->"
                    + "|\\{/\\*\\s*truncate\\s*\\*/\\}",
            Pattern.CASE_INSENSITIVE);
    private static final List<String> MORE_BEGINS = List.of("<!--", "{/*");
    private static final Pattern FIRST_TAG =
            Pattern.compile("\\s*<(!doctype|[a-z][a-z0-9-]*)\\b", Pattern.CASE_INSENSITIVE);
    private static final Set<String> BLOCKS = Set.of(
            "div",
            "section",
            "article",
            "main",
            "p",
            "table",
            "figure",
            "ul",
            "ol",
            "dl",
            "blockquote",
            "details",
            "center");
    private final MarkdownReader markdown;

    /** @param maxOpenBlocks blocks in one another; what is deeper still is text */
    Body(int maxOpenBlocks) {
        markdown = new MarkdownReader(maxOpenBlocks);
    }

    /** The HTML of a body in either language. */
    Markup html(String body, boolean isMarkdown, MarkdownRules rules, WikiLinks links) {
        return isMarkdown ? markdown.html(body, rules, links) : Markup.written(body);
    }

    /** Offset of the marker that ends the summary, or -1. */
    static int more(String body) {
        for (String begin : MORE_BEGINS) {
            Matcher more = MORE.matcher(body);
            for (int at = body.indexOf(begin); at >= 0; at = body.indexOf(begin, at + 1)) {
                if (more.region(at, body.length()).lookingAt()) {
                    return at;
                }
            }
        }
        return -1;
    }

    static String withoutMore(String body) {
        // The lines of what follows stay as they are.
        return more(body) < 0
                ? body
                : MORE.matcher(body)
                        .replaceAll(
                                found -> "\n".repeat((int) found.group().lines().count() - 1));
    }

    /**
     * Whether Markdown must be rendered: not for HTML files, nor where the body is one HTML block, whose indented lines
     * CommonMark would take for code.
     *
     * @param format as the article names it, or null
     */
    static boolean isMarkdown(String fileName, String body, @Nullable String format) {
        if (format != null) {
            return !format.toLowerCase(Locale.ROOT).startsWith("htm");
        }
        String name = fileName.toLowerCase(Locale.ROOT);
        return !name.endsWith(".html") && !name.endsWith(".htm") && !isOneBlock(body);
    }

    private static boolean isOneBlock(String body) {
        Matcher first = FIRST_TAG.matcher(body);
        if (!first.lookingAt()) {
            return false;
        }
        String tag = first.group(1).toLowerCase(Locale.ROOT);
        if (tag.equals("!doctype") || tag.equals("html")) {
            return true;
        }
        if (!BLOCKS.contains(tag)) {
            return false;
        }
        int depth = 0;
        for (int at = body.indexOf('<'); at >= 0; at = body.indexOf('<', at + 1)) {
            boolean end = body.startsWith("/", at + 1);
            int name = at + (end ? 2 : 1);
            if (!isTag(body, name, tag)) {
                continue;
            }
            depth += end ? -1 : 1;
            if (depth == 0) {
                int close = body.indexOf('>', name);
                return close >= 0 && body.substring(close + 1).isBlank();
            }
        }
        return false;
    }

    private static boolean isTag(String body, int at, String tag) {
        int end = at + tag.length();
        return body.regionMatches(true, at, tag, 0, tag.length())
                && (end == body.length() || !Character.isLetterOrDigit(body.charAt(end)));
    }
}
