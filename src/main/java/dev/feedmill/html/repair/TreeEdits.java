package dev.feedmill.html.repair;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/**
 * Changes to one tree, applied together: the children of each parent are copied once. Applied one by one, each change
 * would move all following siblings.
 */
final class TreeEdits {
    private final Map<Node, Edit> edits = new HashMap<>();
    private final Set<Element> parents = new HashSet<>();

    /**
     * A change.
     *
     * @param replacement null if the children replace the element
     */
    private record Edit(@Nullable List<Node> replacement) {}

    void remove(Element element) {
        put(element, new Edit(List.of()));
    }

    void replace(Element element, Node replacement) {
        put(element, new Edit(List.of(replacement)));
    }

    /** Replaces an element with its children. */
    void unwrap(Element element) {
        put(element, new Edit(null));
    }

    boolean isEdited(@Nullable Node node) {
        return node != null && edits.containsKey(node);
    }

    private void put(Element element, Edit edit) {
        Element parent = element.parent();
        if (parent != null && !element.nameIs("body")) {
            edits.put(element, edit);
            parents.add(parent);
        }
    }

    void apply() {
        for (Element parent : parents) {
            List<Node> children = new ArrayList<>();
            add(parent, children);
            parent.empty();
            parent.appendChildren(children);
        }
    }

    private void add(Element parent, List<Node> children) {
        for (Node child : parent.childNodes()) {
            Edit edit = edits.get(child);
            if (edit == null) {
                children.add(child);
            } else if (edit.replacement() != null) {
                children.addAll(edit.replacement());
            } else {
                add((Element) child, children);
            }
        }
    }
}
