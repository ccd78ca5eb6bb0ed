package dev.feedmill.yaml;

import java.util.List;

/** A list of values. */
public record Sequence(List<Node> items, int line) implements Node {
    public Sequence {
        items = List.copyOf(items);
    }
}
