package dev.feedmill.markdown.typography;

import org.commonmark.node.Block;
import org.commonmark.node.Node;

/** Typography of straight quotes, hyphens and dots in the source. */
public enum Typography {
    /** Unchanged. */
    NONE,
    /** As kramdown, for Jekyll. */
    KRAMDOWN,
    /** As kramdown, with straight quotes. */
    KRAMDOWN_STRAIGHT,
    /** As goldmark, for Hugo. */
    GOLDMARK,
    /** As marked's "smartypants", for Hexo. */
    MARKED,
    /** As remark-smartypants, for Astro. */
    REMARK;

    /** Applies to all texts below a node; skips a source without such characters. */
    public void set(Node document, String source) {
        if (this != NONE && hasSigns(source)) {
            set(document, typographer());
        }
    }

    private Typographer typographer() {
        return switch (this) {
            case NONE -> text -> {};
            case KRAMDOWN -> new KramdownTypographer(true);
            case KRAMDOWN_STRAIGHT -> new KramdownTypographer(false);
            case GOLDMARK -> new GoldmarkTypographer();
            case MARKED -> new MarkedTypographer();
            case REMARK -> new RemarkTypographer();
        };
    }

    private static boolean hasSigns(String source) {
        return source.indexOf('\'') >= 0
                || source.indexOf('"') >= 0
                || source.contains("--")
                || source.contains("...")
                || source.contains("<<")
                || source.contains(">>");
    }

    private void set(Node parent, Typographer typographer) {
        Node first = parent.getFirstChild();
        if (first == null) {
            return;
        }
        if (!(first instanceof Block) && !isRow(first)) {
            InlineText text = InlineText.of(parent, this != REMARK);
            typographer.set(text);
            text.apply();
            return;
        }
        for (Node child = first; child != null; child = child.getNext()) {
            set(child, typographer);
        }
    }

    /** Returns whether a node is a part of a table, which the parser does not count as a block. */
    private static boolean isRow(Node node) {
        return node.getClass().getSimpleName().startsWith("Table");
    }
}
