package dev.feedmill.markdown.typography;

import dev.feedmill.markdown.inline.Literal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** The text of one block with inline marks, as in the source, and changes to the text. */
final class InlineText {
    private final StringBuilder raw = new StringBuilder();
    private final BitSet words = new BitSet();
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();

    /** A text node and its offset. */
    private record Piece(Text node, int start) {}

    private record Change(int start, int end, String text) {}

    private final boolean marks;

    private InlineText(boolean marks) {
        this.marks = marks;
    }

    /**
     * Collects the text of a block.
     *
     * @param marks whether marks count; without them, code is text and HTML is omitted
     */
    static InlineText of(Node block, boolean marks) {
        InlineText text = new InlineText(marks);
        text.addChildren(block);
        return text;
    }

    private void addChildren(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            add(node);
        }
    }

    private void add(Node node) {
        if (!marks && !(node instanceof Text) && !(node instanceof SoftLineBreak)) {
            addPlain(node);
        } else if (node instanceof Text text) {
            pieces.add(new Piece(text, raw.length()));
            addWords(text.getLiteral());
        } else if (node instanceof SoftLineBreak) {
            addWords("\n");
        } else if (node instanceof HardLineBreak) {
            addWords("  \n");
        } else if (node instanceof Literal literal) {
            raw.append('\\').append(literal.text());
        } else if (node instanceof Code code) {
            raw.append('`').append(code.getLiteral()).append('`');
        } else if (node instanceof HtmlInline html) {
            raw.append(html.getLiteral());
        } else if (node instanceof Emphasis) {
            around("*", node, "*");
        } else if (node instanceof StrongEmphasis) {
            around("**", node, "**");
        } else if (node instanceof Link link) {
            if (isAddress(link)) {
                raw.append('<').append(link.getDestination()).append('>');
            } else {
                around("[", node, "](" + link.getDestination() + ")");
            }
        } else if (node instanceof Image image) {
            around("![", node, "](" + image.getDestination() + ")");
        } else if (!(node instanceof Block)) {
            around("[", node, "]");
        }
    }

    private void addPlain(Node node) {
        if (node instanceof Code code) {
            raw.append("A".repeat(code.getLiteral().length()));
        } else if (node instanceof Literal literal) {
            raw.append(literal.text());
        } else if (!(node instanceof Image)) {
            addChildren(node);
        }
    }

    /** Returns whether a link's text is its own address. */
    private static boolean isAddress(Link link) {
        return link.getFirstChild() instanceof Text text
                && text.getNext() == null
                && (link.getDestination().equals(text.getLiteral())
                        || link.getDestination().equals("mailto:" + text.getLiteral()));
    }

    private void around(String before, Node node, String after) {
        raw.append(before);
        addChildren(node);
        raw.append(after);
    }

    private void addWords(String text) {
        words.set(raw.length(), raw.length() + text.length());
        raw.append(text);
    }

    int length() {
        return raw.length();
    }

    /** Returns the character at an index, or NUL for none. */
    char at(int index) {
        return index >= 0 && index < raw.length() ? raw.charAt(index) : 0;
    }

    /** Returns whether the character is text and no mark. */
    boolean isWord(int index) {
        return index >= 0 && words.get(index);
    }

    /** Returns whether a text is at an index. */
    boolean has(String text, int index) {
        return index + text.length() <= raw.length()
                && words.nextClearBit(index) >= index + text.length()
                && startsWith(text, index);
    }

    private boolean startsWith(String text, int index) {
        for (int i = 0; i < text.length(); i++) {
            if (raw.charAt(index + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Replaces text; changes must be in ascending order. */
    void replace(int start, int end, String text) {
        changes.add(new Change(start, end, text));
    }

    /** Writes the changes into the tree. */
    void apply() {
        int next = 0;
        for (Piece piece : pieces) {
            String literal = piece.node().getLiteral();
            int end = piece.start() + literal.length();
            StringBuilder out = new StringBuilder(literal.length());
            int at = piece.start();
            for (; next < changes.size() && changes.get(next).start() < end; next++) {
                Change change = changes.get(next);
                out.append(literal, at - piece.start(), change.start() - piece.start())
                        .append(change.text());
                at = change.end();
            }
            if (at > piece.start()) {
                piece.node()
                        .setLiteral(out.append(literal, at - piece.start(), literal.length())
                                .toString());
            }
        }
    }
}
