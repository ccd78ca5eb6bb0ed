package dev.feedmill.markdown.inline;

import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;

/** A link to a page by name, {@code [[Page#Part|label]]}, or an embedded page or file, {@code ![[plum.png]]}. */
public final class WikiLink extends CustomNode {
    private static final int MAX_LENGTH = 500;

    private final String target;
    private final String label;
    private final boolean embedded;

    private WikiLink(String target, String label, boolean embedded) {
        this.target = target;
        this.label = label;
        this.embedded = embedded;
    }

    /** Returns the name of the page, with any part. */
    public String target() {
        return target;
    }

    /** Returns the text after the bar; empty for none. */
    public String label() {
        return label;
    }

    public boolean isEmbedded() {
        return embedded;
    }

    /** Returns the line, counted from 1. */
    public int line() {
        return getSourceSpans().isEmpty() ? 1 : getSourceSpans().get(0).getLineIndex() + 1;
    }

    /** Converts double brackets in texts below a node to links. */
    public static void find(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; ) {
            Node next = node.getNext();
            if (node instanceof Text text) {
                find(text);
            } else {
                find(node);
            }
            node = next;
        }
    }

    private static void find(Text text) {
        String words = text.getLiteral();
        int done = 0;
        for (int open = words.indexOf("[["); open >= 0; open = words.indexOf("[[", Math.max(done, open + 2))) {
            int close = words.indexOf("]]", open + 2);
            if (close < 0) {
                break;
            }
            String inside = words.substring(open + 2, close);
            if (inside.isBlank()
                    || inside.length() > MAX_LENGTH
                    || inside.indexOf('[') >= 0
                    || inside.equalsIgnoreCase("toc")) {
                continue;
            }
            boolean embedded = open > done && words.charAt(open - 1) == '!';
            put(text, words.substring(done, embedded ? open - 1 : open));
            text.insertBefore(of(inside, embedded, text));
            done = close + 2;
        }
        if (done > 0) {
            put(text, words.substring(done));
            text.unlink();
        }
    }

    private static WikiLink of(String inside, boolean embedded, Text text) {
        int bar = inside.indexOf('|');
        String target = (bar < 0 ? inside : inside.substring(0, bar)).strip();
        // In a table the bar is escaped.
        String name = target.endsWith("\\") ? target.substring(0, target.length() - 1) : target;
        WikiLink link =
                new WikiLink(name, bar < 0 ? "" : inside.substring(bar + 1).strip(), embedded);
        for (SourceSpan span : text.getSourceSpans()) {
            link.addSourceSpan(span);
        }
        return link;
    }

    private static void put(Text text, String words) {
        if (!words.isEmpty()) {
            Text part = new Text(words);
            part.setSourceSpans(text.getSourceSpans());
            text.insertBefore(part);
        }
    }
}
