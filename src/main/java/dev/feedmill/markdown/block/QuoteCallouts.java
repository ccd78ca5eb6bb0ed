package dev.feedmill.markdown.block;

import dev.feedmill.markdown.inline.ElementInline;
import java.util.Locale;
import java.util.Map;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Turns quotations that begin with {@code [!NOTE]} into callouts, as in GitHub and Obsidian. */
public final class QuoteCallouts {
    private static final int MAX_KIND_LENGTH = 40;

    private QuoteCallouts() {}

    /** Converts all quotations below a node. */
    public static void make(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; ) {
            make(node);
            Node next = node.getNext();
            if (node instanceof BlockQuote quote
                    && quote.getFirstChild() instanceof Paragraph paragraph
                    && paragraph.getFirstChild() instanceof Text text) {
                CalloutBlock callout = callout(text.getLiteral());
                if (callout != null) {
                    replace(quote, paragraph, text, callout);
                }
            }
            node = next;
        }
    }

    private static @Nullable CalloutBlock callout(String text) {
        int end = text.startsWith("[!") ? text.indexOf(']') : -1;
        String kind = end < 0 || end > MAX_KIND_LENGTH ? "" : text.substring(2, end);
        int bar = kind.indexOf('|');
        String name = (bar < 0 ? kind : kind.substring(0, bar)).strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty()
                || !name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == ' ')) {
            return null;
        }
        char fold = end + 1 < text.length() ? text.charAt(end + 1) : ' ';
        return new CalloutBlock(name, "", fold == '-' || fold == '+', fold == '+');
    }

    private static void replace(BlockQuote quote, Paragraph paragraph, Text text, CalloutBlock callout) {
        int start = text.getLiteral().indexOf(']') + (callout.isFoldable() ? 2 : 1);
        text.setLiteral(text.getLiteral().substring(start).stripLeading());
        ElementInline title = new ElementInline("title", Map.of());
        Node node = paragraph.getFirstChild();
        while (node != null && !(node instanceof SoftLineBreak) && !(node instanceof HardLineBreak)) {
            Node next = node.getNext();
            if (!(node instanceof Text empty && empty.getLiteral().isEmpty())) {
                title.appendChild(node);
            } else {
                node.unlink();
            }
            node = next;
        }
        if (node != null) {
            node.unlink();
        }
        if (paragraph.getFirstChild() == null) {
            paragraph.unlink();
        }
        for (Node child = quote.getFirstChild(); child != null; child = quote.getFirstChild()) {
            callout.appendChild(child);
        }
        if (title.getFirstChild() != null) {
            callout.prependChild(title);
        }
        callout.setSourceSpans(quote.getSourceSpans());
        quote.insertBefore(callout);
        quote.unlink();
    }
}
