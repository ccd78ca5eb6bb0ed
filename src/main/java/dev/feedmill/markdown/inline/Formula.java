package dev.feedmill.markdown.inline;

import org.commonmark.node.CustomNode;

/** A formula of TeX with the marks around it, as it is written. */
public final class Formula extends CustomNode {
    private final String source;

    Formula(String source) {
        this.source = source;
    }

    public String source() {
        return source;
    }
}
