package dev.feedmill.markdown.inline;

import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** A character that an author escaped: it stays as it is when text around it is changed. */
public final class Literal extends CustomNode {
    private final String text;

    Literal(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** Makes plain text of all below a node. */
    public static void settle(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Literal literal) {
                Text text = new Text(literal.text);
                text.setSourceSpans(literal.getSourceSpans());
                literal.insertAfter(text);
                literal.unlink();
                node = text;
            } else {
                settle(node);
            }
        }
    }
}
