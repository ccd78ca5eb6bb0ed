package dev.feedmill.markdown;

import dev.feedmill.html.markup.Fault;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Removes HTML that an author wrote, or shows it as text, if the site's generator does not allow it. */
final class RawHtmlFilter extends AbstractVisitor {
    private final GeneratedHtml made;
    private final List<Node> found = new ArrayList<>();
    private @Nullable Node first;

    /**
     * Creates an editor of HTML nodes.
     *
     * @param made HTML that replaces template code, and stays
     */
    private RawHtmlFilter(String made) {
        this.made = new GeneratedHtml(made);
    }

    /** Replaces all HTML with text. */
    static void show(Node document, String made) {
        RawHtmlFilter html = new RawHtmlFilter(made);
        document.accept(html);
        for (Node node : html.found) {
            if (node instanceof HtmlBlock block) {
                Paragraph paragraph = new Paragraph();
                paragraph.appendChild(new Text(block.getLiteral()));
                node.insertAfter(paragraph);
            } else {
                node.insertAfter(new Text(((HtmlInline) node).getLiteral()));
            }
            node.unlink();
        }
    }

    /** Removes all HTML; reports it with one fault. */
    static List<Fault> remove(Node document, String made) {
        RawHtmlFilter html = new RawHtmlFilter(made);
        document.accept(html);
        html.found.forEach(Node::unlink);
        Node first = html.first;
        if (first == null) {
            return List.of();
        }
        List<SourceSpan> spans = first.getSourceSpans();
        int line = spans.isEmpty() ? 1 : spans.get(0).getLineIndex() + 1;
        return List.of(new Fault(
                line,
                "HTML must be allowed by the configuration of the site (its generator leaves it out too);"
                        + " it is left out, " + html.found.size() + " in all"));
    }

    @Override
    public void visit(HtmlBlock block) {
        String literal = block.getLiteral().strip();
        int end = literal.indexOf('\n');
        take(block, end < 0 ? literal : literal.substring(0, end));
    }

    @Override
    public void visit(HtmlInline inline) {
        take(inline, inline.getLiteral());
    }

    private void take(Node node, String literal) {
        if (!made.has(literal)) {
            found.add(node);
            // A comment is not visible anyway.
            first = first == null && !literal.startsWith("<!--") ? node : first;
        }
    }
}
