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

/** Makes HTML of Markdown (CommonMark 0.31 with GitHub's tables and what a dialect knows besides); thread-safe. */
public final class MarkdownReader {
    /** Where one of these is, or a line begins, another node of the tree may begin. */
    private static final String MARKS = "\n*_`[]<&|~\\@";

    private final int maxOpenBlocks;

    /** @param maxOpenBlocks blocks in one another; what is deeper still is text */
    public MarkdownReader(int maxOpenBlocks) {
        this.maxOpenBlocks = maxOpenBlocks;
    }

    /** Two readers with the same fingerprint make the same of a text. */
    public static String fingerprint() {
        return CodeDigest.of(
                MarkdownReader.class,
                Extension.class,
                TablesExtension.class,
                StrikethroughExtension.class,
                FootnotesExtension.class,
                TaskListItemsExtension.class);
    }

    /** The HTML of a text without template code. */
    public Markup html(String source, MarkdownRules rules, WikiLinks links) {
        return html(source, rules, links, "");
    }

    /**
     * The HTML of a text.
     *
     * @param made HTML in it that stands in the place of template code
     */
    public Markup html(String source, MarkdownRules rules, WikiLinks links, String made) {
        ComponentText components = components(source, rules);
        String text = components.text();
        EndlessHtmlBlocks endless = EndlessHtmlBlocks.of(text);
        DialectParser parser = new DialectParser(rules, text, maxOpenBlocks);
        Node document = parser.parse(endless);
        List<Fault> faults = new ArrayList<>(rules.has(Feature.NO_HTML) ? RawHtml.remove(document, made) : List.of());
        if (rules.has(Feature.HTML_AS_TEXT)) {
            RawHtml.show(document, made);
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

    /** How often something may begin in Markdown: a flood of it must not be parsed, since each costs hundreds of bytes. */
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
