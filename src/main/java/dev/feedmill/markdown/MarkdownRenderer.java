package dev.feedmill.markdown;

import dev.feedmill.html.markup.Fault;
import dev.feedmill.html.markup.Markup;
import dev.feedmill.markdown.block.CalloutBlock;
import dev.feedmill.markdown.block.ElementBlock;
import dev.feedmill.markdown.block.FormulaBlocks.FormulaBlock;
import dev.feedmill.markdown.block.HtmlElementBlocks.HoldingBlock;
import dev.feedmill.markdown.code.CodeWriter;
import dev.feedmill.markdown.inline.ElementInline;
import dev.feedmill.markdown.inline.Formula;
import dev.feedmill.markdown.inline.WikiLink;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Block;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/** Renders one Markdown document as HTML, and records where the author wrote HTML. */
final class MarkdownRenderer {
    private final StringBuilder out = new StringBuilder();
    private final List<Markup.Part> parts = new ArrayList<>();
    private final IdentityHashMap<Node, Integer> paragraphs = new IdentityHashMap<>();
    private final HtmlRenderer renderer;

    private final IntUnaryOperator sourceLine;

    /**
     * Creates a renderer of one document.
     *
     * @param sourceLine returns the author's line for a line of the text
     */
    MarkdownRenderer(
            MarkdownRules rules, NodeAttributes attributes, WikiLinkResolver links, IntUnaryOperator sourceLine) {
        this.sourceLine = sourceLine;
        renderer = HtmlRenderer.builder()
                .extensions(List.of(
                        TablesExtension.create(), StrikethroughExtension.create(), TaskListItemsExtension.create()))
                .nodeRendererFactory(context -> new Written(context, rules, links))
                .nodeRendererFactory(context -> new FootnoteRenderer(context, rules.footnotes()))
                .attributeProviderFactory(context -> (node, tag, present) -> {
                    if (!tag.equals("code")) {
                        attributes.of(node).forEach(present::putIfAbsent);
                    }
                })
                .softbreak(rules.has(Feature.HARD_BREAKS) ? "<br />\n" : "\n")
                .build();
    }

    Markup render(Node document, List<Fault> faults) {
        renderer.render(document, out);
        return new Markup(out.toString(), parts, faults);
    }

    private final class Written implements NodeRenderer {
        private final HtmlNodeRendererContext context;
        private final HtmlWriter writer;
        private final CalloutWriter callouts;
        private final WikiLinkWriter wikiLinks;
        private final CodeWriter codes;
        private final boolean mathJax;

        private Written(HtmlNodeRendererContext context, MarkdownRules rules, WikiLinkResolver links) {
            this.context = context;
            writer = context.getWriter();
            callouts = new CalloutWriter(context, rules.has(Feature.CAPITAL_TITLES));
            wikiLinks = new WikiLinkWriter(writer, links);
            codes = new CodeWriter(context, rules.has(Feature.FENCE_CAPTIONS), rules.codeComments());
            mathJax = rules.has(Feature.DOUBLE_DOLLAR_TEX);
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(
                    FencedCodeBlock.class,
                    HtmlBlock.class,
                    HtmlInline.class,
                    HoldingBlock.class,
                    CalloutBlock.class,
                    ElementBlock.class,
                    ElementInline.class,
                    WikiLink.class,
                    FormulaBlock.class,
                    Formula.class);
        }

        @Override
        public void render(Node node) {
            if (node instanceof FencedCodeBlock code) {
                codes.write(code);
            } else if (node instanceof HtmlInline inline) {
                write(node, inline.getLiteral(), paragraph(node));
            } else if (node instanceof HtmlBlock block) {
                block(node, block.getLiteral());
            } else if (node instanceof HoldingBlock element) {
                block(node, element.opening());
                renderChildren(node);
                block(node, element.closing());
            } else if (node instanceof CalloutBlock callout) {
                callouts.write(callout);
            } else if (node instanceof ElementBlock element) {
                writer.line();
                around(node, element.tag(), element.attributes());
                writer.line();
            } else if (node instanceof ElementInline element) {
                around(node, element.tag(), element.attributes());
            } else if (node instanceof WikiLink link) {
                wikiLinks.write(link);
            } else if (node instanceof FormulaBlock formula) {
                writer.line();
                writer.tag("p");
                writer.text(mathJax ? formula.displayed() : formula.source());
                writer.tag("/p");
                writer.line();
            } else {
                writer.text(((Formula) node).source());
            }
        }

        private void block(Node node, String literal) {
            if (!literal.isEmpty()) {
                writer.line();
                write(node, literal, 0);
                writer.line();
            }
        }

        private void renderChildren(Node parent) {
            for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
        }

        private void around(Node node, String tag, Map<String, String> attributes) {
            writer.tag(tag, attributes);
            renderChildren(node);
            writer.tag("/" + tag);
        }

        private void write(Node node, String html, int paragraph) {
            int start = out.length();
            writer.raw(html);
            List<SourceSpan> spans = node.getSourceSpans();
            int line = spans.isEmpty() ? 1 : spans.get(0).getLineIndex() + 1;
            parts.add(new Markup.Part(start, out.length(), sourceLine.applyAsInt(line), paragraph));
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
