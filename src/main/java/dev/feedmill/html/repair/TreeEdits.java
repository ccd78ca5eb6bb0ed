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
 * Changes to one tree, made at once: each parent's children are gone through a single time, however many of them change. One
 * by one, each change would move all the children behind it.
 */
final class TreeEdits {
    private final Map<Node, Edit> edits = new HashMap<>();
    private final Set<Element> parents = new HashSet<>();

    /** @param replacement null where the children stay in the element's place */
    private record Edit(@Nullable List<Node> replacement) {}

    void remove(Element element) {
        put(element, new Edit(List.of()));
    }

    void replace(Element element, Node replacement) {
        put(element, new Edit(List.of(replacement)));
    }

    /** Leaves the children in its place. */
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
