package dev.feedmill.yaml;

import java.util.List;

/** A list of values. */
public record Items(List<Node> items, int line) implements Node {
    public Items {
        items = List.copyOf(items);
    }
}
