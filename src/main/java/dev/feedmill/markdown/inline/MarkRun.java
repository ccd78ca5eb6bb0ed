package dev.feedmill.markdown.inline;

import org.commonmark.node.CustomNode;

/** Some {@code *} or {@code _} beside each other, before it is known what they enclose. */
final class MarkRun extends CustomNode {
    final char mark;

    /** Only runs of one kind enclose something together. */
    final int kind;

    final boolean opens;
    final boolean closes;

    /** Marks that enclose nothing yet. */
    int left;

    /** Levels of emphasis among what stands behind it and is closed already. */
    int depth;

    MarkRun(char mark, int count, boolean opens, boolean closes) {
        this.mark = mark;
        this.kind = mark == '~' ? -count : mark;
        this.left = count;
        this.opens = opens;
        this.closes = closes;
    }
}
