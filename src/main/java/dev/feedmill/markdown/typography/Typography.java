package dev.feedmill.markdown.typography;

import org.commonmark.node.Block;
import org.commonmark.node.Node;

/** How straight quotes, hyphens and dots of the source are set. */
public enum Typography {
    /** As they are written. */
    NONE,
    /** As kramdown and so Jekyll. */
    KRAMDOWN,
    /** The same, but quotes stay straight. */
    KRAMDOWN_STRAIGHT,
    /** As goldmark and so Hugo. */
    GOLDMARK,
    /** As marked's "smartypants" and so Hexo. */
    MARKED,
    /** As remark-smartypants and so Astro. */
    REMARK;

    /** Sets all words below a node, unless the source holds nothing that could be set. */
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

    /** Parts of tables are no blocks to the parser. */
    private static boolean isRow(Node node) {
        return node.getClass().getSimpleName().startsWith("Table");
    }
}
