package dev.feedmill.markdown.inline;

import org.commonmark.node.CustomNode;

/** A run of {@code *} or {@code _} whose counterpart is not known yet. */
final class MarkRun extends CustomNode {
    final char mark;

    /** Only runs of the same kind can be paired. */
    final int kind;

    final boolean opens;
    final boolean closes;

    /** Number of unpaired marks. */
    int left;

    /** Depth of closed emphasis after it. */
    int depth;

    MarkRun(char mark, int count, boolean opens, boolean closes) {
        this.mark = mark;
        this.kind = mark == '~' ? -count : mark;
        this.left = count;
        this.opens = opens;
        this.closes = closes;
    }
}
