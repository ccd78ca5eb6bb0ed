package dev.feedmill.markdown;

import dev.feedmill.markdown.block.CalloutBlock;
import dev.feedmill.markdown.inline.ElementInline;
import java.util.Locale;
import java.util.Map;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Prints callouts: a title and content, collapsible if the author wants that. */
final class CalloutWriter {
    private static final String MARKS = "*_`[&<\\";

    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;
    private final boolean capitals;

    CalloutWriter(HtmlNodeRendererContext context, boolean capitals) {
        this.context = context;
        this.html = context.getWriter();
        this.capitals = capitals;
    }

    void write(CalloutBlock callout) {
        String outer = callout.isFoldable() ? "details" : "aside";
        String inner = callout.isFoldable() ? "summary" : "header";
        Node first = callout.getFirstChild();
        boolean written = first instanceof ElementInline title && title.tag().equals("title");
        html.line();
        html.tag(outer, callout.isFoldable() && !callout.isFolded() ? Map.of("open", "") : Map.of());
        html.line();
        if (written || !callout.kind().isEmpty() || !callout.title().isEmpty()) {
            html.tag(inner);
            if (written) {
                renderChildren(first);
            } else if (callout.title().isEmpty()) {
                html.text(title(callout.kind()));
            } else {
                words(callout.title());
            }
            html.tag("/" + inner);
            html.line();
        }
        for (Node node = written ? first.getNext() : first; node != null; node = node.getNext()) {
            context.render(node);
        }
        html.tag("/" + outer);
        html.line();
    }

    private String title(String kind) {
        if (capitals && !kind.equals("details")) {
            return kind.toUpperCase(Locale.ROOT);
        }
        String words = kind.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Prints a title, which is Markdown. */
    private void words(String title) {
        if (title.chars().noneMatch(c -> MARKS.indexOf(c) >= 0)) {
            html.text(title);
        } else if (Parser.builder().build().parse(title).getFirstChild() instanceof Paragraph paragraph
                && paragraph.getNext() == null) {
            renderChildren(paragraph);
        } else {
            html.text(title);
        }
    }

    private void renderChildren(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
    }
}
