package dev.feedmill.markdown.block;

import java.util.Map;
import org.commonmark.node.CustomBlock;

/** A block that is one HTML element. */
public final class ElementBlock extends CustomBlock {
    private final String tag;
    private final Map<String, String> attributes;

    public ElementBlock(String tag, Map<String, String> attributes) {
        this.tag = tag;
        this.attributes = Map.copyOf(attributes);
    }

    public ElementBlock(String tag) {
        this(tag, Map.of());
    }

    public String tag() {
        return tag;
    }

    public Map<String, String> attributes() {
        return attributes;
    }
}
