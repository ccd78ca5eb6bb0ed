package dev.feedmill.markdown;

import dev.feedmill.html.markup.Fault;
import dev.feedmill.html.markup.Markup;
import dev.feedmill.markdown.component.ComponentText;
import dev.feedmill.runtime.CodeDigest;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Node;

/** Renders Markdown as HTML (CommonMark 0.31 with GitHub's tables and the extensions of a dialect). Thread-safe. */
public final class MarkdownConverter {
    /** Characters that, like the start of a line, may begin another node. */
    private static final String MARKS = "\n*_`[]<&|~\\@";

    private final int maxMarkdownDepth;

    /**
     * Creates a renderer.
     *
     * @param maxMarkdownDepth nesting depth of blocks; deeper ones are text
     */
    public MarkdownConverter(int maxMarkdownDepth) {
        this.maxMarkdownDepth = maxMarkdownDepth;
    }

    /** Returns the fingerprint of this renderer: equal fingerprints give equal HTML. */
    public static String fingerprint() {
        return CodeDigest.of(
                MarkdownConverter.class,
                Extension.class,
                TablesExtension.class,
                StrikethroughExtension.class,
                FootnotesExtension.class,
                TaskListItemsExtension.class);
    }

    /** Renders a text without template code. */
    public Markup html(String source, MarkdownRules rules, WikiLinkResolver links) {
        return html(source, rules, links, "");
    }

    /**
     * Renders a text.
     *
     * @param made HTML in it that replaces template code
     */
    public Markup html(String source, MarkdownRules rules, WikiLinkResolver links, String made) {
        ComponentText components = components(source, rules);
        String text = components.text();
        UnclosedHtmlBlocks endless = UnclosedHtmlBlocks.of(text);
        DialectParser parser = new DialectParser(rules, text, maxMarkdownDepth);
        Node document = parser.parse(endless);
        List<Fault> faults =
                new ArrayList<>(rules.has(Feature.NO_HTML) ? RawHtmlFilter.remove(document, made) : List.of());
        if (rules.has(Feature.HTML_AS_TEXT)) {
            RawHtmlFilter.show(document, made);
        }
        NodeAttributes attributes = new TreeEditor(rules, text).edit(document);
        MarkdownRenderer renderer = new MarkdownRenderer(rules, attributes, links, components.sourceLine());
        faults.addAll(endless == null ? List.of() : endless.faults());
        faults.replaceAll(fault -> new Fault(components.sourceLine().applyAsInt(fault.line()), fault.message()));
        faults.addAll(0, components.faults());
        return renderer.render(document, faults);
    }

    private static ComponentText components(String source, MarkdownRules rules) {
        return rules.has(Feature.MDX)
                ? ComponentText.ofMdx(source)
                : rules.has(Feature.VUE) ? ComponentText.ofVue(source) : ComponentText.plain(source);
    }

    /**
     * Counts the places where a node may begin. A text with too many must not be parsed, as each costs hundreds of
     * bytes.
     */
    public static int marks(String text) {
        int marks = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean address = c == ':' ? text.startsWith("//", i + 1) : c == 'w' && text.startsWith("ww.", i + 1);
            if (address || MARKS.indexOf(c) >= 0) {
                marks++;
            }
        }
        return marks;
    }
}
