package dev.feedmill.markdown.inline;

import org.commonmark.node.CustomNode;

/** A TeX formula with its delimiters, as written. */
public final class Formula extends CustomNode {
    private final String source;

    Formula(String source) {
        this.source = source;
    }

    public String source() {
        return source;
    }
}
