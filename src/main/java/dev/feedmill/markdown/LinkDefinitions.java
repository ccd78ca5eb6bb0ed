package dev.feedmill.markdown;

import dev.feedmill.markdown.inline.SpacedReferences;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Block;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;

/** The link definitions of a document. */
final class LinkDefinitions {
    private final Map<String, LinkReferenceDefinition> last = new HashMap<>();
    private final Set<String> repeated = new HashSet<>();

    private LinkDefinitions() {}

    /** Returns the last of duplicate definitions, by {@link SpacedReferences#key}. */
    static Map<String, LinkReferenceDefinition> overruling(Node document) {
        LinkDefinitions definitions = new LinkDefinitions();
        definitions.collect(document);
        definitions.last.keySet().retainAll(definitions.repeated);
        return definitions.last;
    }

    private void collect(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof LinkReferenceDefinition definition) {
                String key = SpacedReferences.key(definition.getLabel());
                if (last.put(key, definition) != null) {
                    repeated.add(key);
                }
            } else if (node instanceof Block) {
                collect(node);
            }
        }
    }
}
