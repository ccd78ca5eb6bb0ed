package dev.feedmill.markdown.block;

import org.commonmark.node.CustomBlock;

/** A callout beside the text: a GitHub alert, an Obsidian callout, a container, an admonition. */
public final class CalloutBlock extends CustomBlock {
    private final String kind;
    private final String title;
    private final boolean foldable;
    private final boolean folded;

    /**
     * Creates a callout.
     *
     * @param kind such as {@code note}, in lower case
     * @param title Markdown; empty if the kind is the title
     * @param foldable whether it is collapsible
     * @param open whether it is initially expanded
     */
    CalloutBlock(String kind, String title, boolean foldable, boolean open) {
        this.kind = kind;
        this.title = title;
        this.foldable = foldable;
        this.folded = !open;
    }

    public String kind() {
        return kind;
    }

    public String title() {
        return title;
    }

    public boolean isFoldable() {
        return foldable;
    }

    public boolean isFolded() {
        return folded;
    }
}
