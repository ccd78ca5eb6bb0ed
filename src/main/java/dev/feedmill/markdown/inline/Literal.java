package dev.feedmill.markdown.inline;

import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** An escaped character, which edits of the surrounding text must not change. */
public final class Literal extends CustomNode {
    private final String text;

    Literal(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** Converts all escaped characters below a node to plain text. */
    public static void makeTexts(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Literal literal) {
                Text text = new Text(literal.text);
                text.setSourceSpans(literal.getSourceSpans());
                literal.insertAfter(text);
                literal.unlink();
                node = text;
            } else {
                makeTexts(node);
            }
        }
    }
}
