package dev.feedmill.markdown.inline;

import org.commonmark.node.Node;
import org.commonmark.node.SourceSpans;
import org.commonmark.node.Text;

/** Merges adjacent texts. */
public final class TextMerger {
    private TextMerger() {}

    /** Merges all adjacent texts among a node's children. */
    public static void merge(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Text first && first.getNext() instanceof Text) {
                mergeFrom(first);
            }
        }
    }

    private static void mergeFrom(Text first) {
        StringBuilder all = new StringBuilder(first.getLiteral());
        SourceSpans spans = SourceSpans.empty();
        spans.addAll(first.getSourceSpans());
        while (first.getNext() instanceof Text next) {
            all.append(next.getLiteral());
            spans.addAll(next.getSourceSpans());
            next.unlink();
        }
        first.setLiteral(all.toString());
        first.setSourceSpans(spans.getSourceSpans());
    }
}
