package dev.feedmill.markdown;

import dev.feedmill.html.Fault;
import dev.feedmill.html.Markup;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Block;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/** Prints one document of Markdown as HTML and notes where in it stands what the author wrote as HTML. */
final class MarkdownRenderer {
    private final StringBuilder out = new StringBuilder();
    private final List<Markup.Part> parts = new ArrayList<>();
    private final IdentityHashMap<Node, Integer> paragraphs = new IdentityHashMap<>();
    private final HtmlRenderer renderer;

    MarkdownRenderer(List<Extension> extensions) {
        renderer = HtmlRenderer.builder()
                .extensions(extensions)
                .nodeRendererFactory(Written::new)
                .build();
    }

    Markup render(Node document, List<Fault> faults) {
        renderer.render(document, out);
        return new Markup(out.toString(), parts, faults);
    }

    private final class Written implements NodeRenderer {
        private final HtmlWriter writer;

        private Written(HtmlNodeRendererContext context) {
            writer = context.getWriter();
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(HtmlBlock.class, HtmlInline.class);
        }

        @Override
        public void render(Node node) {
            if (node instanceof HtmlInline inline) {
                write(node, inline.getLiteral(), paragraph(node));
            } else {
                writer.line();
                write(node, ((HtmlBlock) node).getLiteral(), 0);
                writer.line();
            }
        }

        private void write(Node node, String html, int paragraph) {
            int start = out.length();
            writer.raw(html);
            List<SourceSpan> spans = node.getSourceSpans();
            int line = spans.isEmpty() ? 1 : spans.get(0).getLineIndex() + 1;
            parts.add(new Markup.Part(start, out.length(), line, paragraph));
        }

        private int paragraph(Node inline) {
            Node node = inline;
            while (node.getParent() != null && !(node instanceof Block) && !(node instanceof TableCell)) {
                node = node.getParent();
            }
            return paragraphs.computeIfAbsent(node, key -> paragraphs.size() + 1);
        }
    }
}
