package dev.feedmill.markdown.block;

import org.commonmark.node.CustomBlock;

/** A note, tip or warning beside the text: an alert of GitHub, a callout of Obsidian, a container, an admonition. */
public final class CalloutBlock extends CustomBlock {
    private final String kind;
    private final String title;
    private final boolean foldable;
    private final boolean folded;

    /**
     * @param kind such as {@code note}, in small letters
     * @param title Markdown; empty where the kind stands for it
     * @param foldable whether readers may fold it
     * @param open whether it is unfolded at first
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
