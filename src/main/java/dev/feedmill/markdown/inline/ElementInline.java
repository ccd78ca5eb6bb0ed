package dev.feedmill.markdown.inline;

import java.util.Map;
import org.commonmark.node.CustomNode;

/** An HTML element among words. */
public final class ElementInline extends CustomNode {
    private final String tag;
    private final Map<String, String> attributes;

    public ElementInline(String tag, Map<String, String> attributes) {
        this.tag = tag;
        this.attributes = Map.copyOf(attributes);
    }

    public String tag() {
        return tag;
    }

    public Map<String, String> attributes() {
        return attributes;
    }
}
