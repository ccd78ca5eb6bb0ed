package dev.feedmill.markdown;

import dev.feedmill.markdown.inline.AttributeList;
import dev.feedmill.markdown.inline.ElementInline;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/**
 * Applies and removes attribute lists in braces after their nodes, as markdown-it-attrs and Python-Markdown's attr_list
 * define them: {@code ![](a.png){width=200}}, {@code words {.class}}.
 */
final class BraceAttributes {
    private final NodeAttributes attributes;
    private final boolean ownLines;

    /**
     * Creates an editor of lists.
     *
     * @param ownLines whether a list for a paragraph must be on its own line
     */
    BraceAttributes(NodeAttributes attributes, boolean ownLines) {
        this.attributes = attributes;
        this.ownLines = ownLines;
    }

    void edit(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; ) {
            Node next = node.getNext();
            edit(node);
            if (node instanceof Text text) {
                behind(text);
            }
            if (node instanceof Paragraph || node instanceof TableCell) {
                atEnd(node);
            }
            node = next;
        }
    }

    /** Applies a list directly after a link, picture, code or emphasis. */
    private void behind(Text text) {
        Node before = text.getPrevious();
        String words = text.getLiteral();
        int end = words.startsWith("{") && before != null && takes(before) ? words.indexOf('}') : -1;
        String list = end < 0 ? "" : list(words.substring(1, end));
        if (before != null && !list.isEmpty() && AttributeList.isList(list, true)) {
            add(before, list);
            text.setLiteral(words.substring(end + 1));
        }
    }

    private static boolean takes(Node node) {
        return node instanceof Link
                || node instanceof Image
                || node instanceof Code
                || node instanceof Emphasis
                || node instanceof StrongEmphasis
                || node instanceof ElementInline;
    }

    private void atEnd(Node block) {
        if (!(block.getLastChild() instanceof Text text)) {
            return;
        }
        String words = text.getLiteral().stripTrailing();
        int open = words.endsWith("}") ? words.lastIndexOf('{') : -1;
        Node before = text.getPrevious();
        boolean ownLine = open == 0 && (before == null || before instanceof SoftLineBreak);
        boolean apart = ownLine || (open > 0 && Character.isWhitespace(words.charAt(open - 1)));
        if (open < 0 || !apart || (ownLines && !ownLine)) {
            return;
        }
        String list = list(words.substring(open + 1, words.length() - 1));
        if (!AttributeList.isList(list, false)) {
            return;
        }
        text.setLiteral(words.substring(0, open).stripTrailing());
        if (ownLine && before != null) {
            before.unlink();
        }
        Node owner = owner(block);
        if (owner != null) {
            add(owner, list);
        }
        if (owner != block) {
            block.unlink();
        }
    }

    /** Returns the node that a list applies to: its block, or the one above if the block has no other content. */
    private static @Nullable Node owner(Node block) {
        boolean empty = block instanceof Paragraph
                && block.getFirstChild() instanceof Text text
                && text.getLiteral().isEmpty()
                && text.getNext() == null;
        return empty ? block.getPrevious() : block;
    }

    private static String list(String inside) {
        String list = inside.strip();
        return list.startsWith(":") ? list.substring(1).strip() : list;
    }

    private void add(Node owner, String list) {
        AttributeList.of(list).forEach((name, value) -> attributes.add(owner, name, value));
    }
}
