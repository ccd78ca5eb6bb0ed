package dev.feedmill.reading.text;

import dev.feedmill.html.markup.Markup;
import dev.feedmill.markdown.Feature;
import dev.feedmill.markdown.MarkdownConverter;
import dev.feedmill.markdown.MarkdownRules;
import dev.feedmill.markdown.WikiLinkResolver;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides whether a body is HTML or Markdown, and renders it. */
public final class BodyRenderer {
    private static final Pattern FIRST_TAG =
            Pattern.compile("\\s*<(!doctype|[a-z][a-z0-9-]*)\\b", Pattern.CASE_INSENSITIVE);
    /** Attribute of the first tag that declares Markdown inside it. */
    private static final Pattern HOLDS_MARKDOWN = Pattern.compile(
            "\\s*<[^<>]{0,300}\\smarkdown\\s{0,9}=\\s{0,9}[\"']?(?:1|block|span|true)\\b", Pattern.CASE_INSENSITIVE);

    /** Text after a blank line, less indented than code, that is no tag. */
    private static final Pattern WORDS = Pattern.compile("\\n[ \\t]*\\n {0,3}[^\\s<]");

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

    private final MarkdownConverter markdown;

    /**
     * Creates a renderer of bodies.
     *
     * @param maxMarkdownDepth nesting depth of blocks; deeper ones are text
     */
    public BodyRenderer(int maxMarkdownDepth) {
        markdown = new MarkdownConverter(maxMarkdownDepth);
    }

    /**
     * Returns the HTML of a body, from Markdown or from HTML.
     *
     * @param made HTML in the body that replaces template code
     */
    Markup html(String body, boolean isMarkdown, MarkdownRules rules, WikiLinkResolver links, String made) {
        if (!isMarkdown) {
            return Markup.written(body);
        }
        // Inside an element, authors indent HTML freely.
        return markdown.html(body, isOneBlock(body) ? rules.without(Feature.INDENTED_CODE) : rules, links, made);
    }

    /**
     * Returns whether the body must be rendered as Markdown: not for HTML files, nor for a body that is one block of
     * pure HTML.
     *
     * @param format as the article names it, or null
     */
    public static boolean isMarkdown(String fileName, String body, @Nullable String format) {
        if (format != null) {
            return !format.toLowerCase(Locale.ROOT).startsWith("htm");
        }
        String name = fileName.toLowerCase(Locale.ROOT);
        return !name.endsWith(".html") && !name.endsWith(".htm") && !(isOneBlock(body) && !holdsWords(body));
    }

    /**
     * Returns whether the body has a paragraph of text: as a blank line ends an HTML block in Markdown, such a body is
     * Markdown.
     */
    private static boolean holdsWords(String body) {
        return WORDS.matcher(body).find();
    }

    private static boolean isOneBlock(String body) {
        Matcher first = FIRST_TAG.matcher(body);
        if (!first.lookingAt() || HOLDS_MARKDOWN.matcher(body).lookingAt()) {
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
