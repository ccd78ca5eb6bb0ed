package dev.feedmill.reading;

import dev.feedmill.html.Markup;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Whether a body is HTML or Markdown, and Markdown's way to HTML (CommonMark 0.31 with GitHub's tables and the like). */
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
    private static final List<Extension> EXTENSIONS = List.of(
            TablesExtension.create(),
            StrikethroughExtension.create(),
            AutolinkExtension.create(),
            TaskListItemsExtension.create());

    /** Where one of these is, or a line begins, another node of the tree may begin. */
    private static final String MARKS = "\n*_`[]<&|~\\@";

    private final int maxOpenBlocks;
    private final Parser parser;

    /** @param maxOpenBlocks blocks in one another; what is deeper still is text */
    Body(int maxOpenBlocks) {
        this.maxOpenBlocks = maxOpenBlocks;
        this.parser = parser().build();
    }

    /** The HTML of a body in either language. */
    Markup html(String body, boolean markdown) {
        if (!markdown) {
            return Markup.written(body);
        }
        EndlessHtmlBlocks endless = EndlessHtmlBlocks.of(body);
        if (endless == null) {
            return new MarkdownRenderer(EXTENSIONS).render(parser.parse(body), List.of());
        }
        Node document = parser().customBlockParserFactory(endless).build().parse(body);
        return new MarkdownRenderer(EXTENSIONS).render(document, endless.faults());
    }

    private Parser.Builder parser() {
        return Parser.builder()
                .extensions(EXTENSIONS)
                .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                .maxOpenBlockParsers(maxOpenBlocks);
    }

    /** How often something may begin in Markdown: a flood of it must not be parsed, since each costs hundreds of bytes. */
    static int marks(String markdown) {
        int marks = 0;
        for (int i = 0; i < markdown.length(); i++) {
            char c = markdown.charAt(i);
            boolean address =
                    c == ':' ? markdown.startsWith("//", i + 1) : c == 'w' && markdown.startsWith("ww.", i + 1);
            if (address || MARKS.indexOf(c) >= 0) {
                marks++;
            }
        }
        return marks;
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
