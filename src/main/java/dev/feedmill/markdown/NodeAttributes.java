package dev.feedmill.markdown;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.commonmark.node.Node;

/** Additional attributes of a document's nodes. */
final class NodeAttributes {
    private final IdentityHashMap<Node, Map<String, String>> byNode = new IdentityHashMap<>();

    /** Sets an attribute, unless the node has it. */
    void add(Node node, String name, String value) {
        byNode.computeIfAbsent(node, key -> new LinkedHashMap<>()).putIfAbsent(name, value);
    }

    Map<String, String> of(Node node) {
        return byNode.getOrDefault(node, Map.of());
    }
}
