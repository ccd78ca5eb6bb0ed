package dev.feedmill.markdown;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.commonmark.node.Node;

/** Attributes that nodes of a document get besides their own. */
final class NodeAttributes {
    private final IdentityHashMap<Node, Map<String, String>> byNode = new IdentityHashMap<>();

    /** Sets one, unless the node has it. */
    void add(Node node, String name, String value) {
        byNode.computeIfAbsent(node, key -> new LinkedHashMap<>()).putIfAbsent(name, value);
    }

    Map<String, String> of(Node node) {
        return byNode.getOrDefault(node, Map.of());
    }
}
