package dev.feedmill.yaml;

import dev.feedmill.problem.Location;
import dev.feedmill.problem.Problem;
import dev.feedmill.problem.Problem.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Converts SnakeYAML's nodes, and reports what is dropped. */
final class NodeReader {
    /** Tags of plain values; all others name types of a program. */
    private static final Set<Tag> PLAIN =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MERGE, Tag.SEQ, Tag.MAP);

    private final String file;
    private final int firstLine;
    private final YamlLimits limits;
    /** A set, because an aliased node is read again. */
    private final Set<Problem> problems = new LinkedHashSet<>();

    private int nodes;

    /** The text exceeds the limits. */
    static final class TooMuchException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMuchException(String message) {
            super(message);
        }
    }

    NodeReader(String file, int firstLine, YamlLimits limits) {
        this.file = file;
        this.firstLine = firstLine;
        this.limits = limits;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    Mapping fields(MappingNode mapping) {
        return fields(mapping, 0);
    }

    /** Converts a whole text of any kind; no value for a type that must not be constructed. */
    Node whole(org.yaml.snakeyaml.nodes.Node root) {
        Node node = node(root, 0, "the whole");
        return node == null ? Mapping.empty(line(root)) : node;
    }

    private Mapping fields(MappingNode mapping, int depth) {
        Map<String, Node> values = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        List<Node> merged = new ArrayList<>();
        for (NodeTuple tuple : mapping.getValue()) {
            int line = line(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                report(line, Kind.VALUE, "a key must be a single word; this one is left out");
                continue;
            }
            String name = key.getValue();
            Node value = node(tuple.getValueNode(), depth + 1, name);
            if (value == null) {
                continue;
            }
            if (Tag.MERGE.equals(key.getTag())) {
                merged.add(value);
                continue;
            }
            Integer before = lines.put(name, line);
            if (before != null) {
                report(
                        line,
                        Kind.DUPLICATE_KEY,
                        "'" + name + "' must stand once; it stands in line " + before + " too");
                values.remove(name);
            }
            values.put(name, value);
        }
        for (Node source : merged) {
            merge(source, values, lines);
        }
        return new Mapping(values, lines, line(mapping));
    }

    /** Merges {@code <<: *name}: its keys apply if the mapping lacks them; a draft flag may be among them. */
    private void merge(Node source, Map<String, Node> values, Map<String, Integer> lines) {
        if (source instanceof Mapping fields) {
            fields.values().forEach((name, value) -> {
                if (values.putIfAbsent(name, value) == null) {
                    lines.put(name, fields.lineOf(name));
                }
            });
        } else if (source instanceof Sequence items) {
            items.items().forEach(item -> merge(item, values, lines));
        } else {
            report(source.line(), Kind.VALUE, "'<<' must be followed by a mapping; it is left out");
        }
    }

    /** Converts a node; null for a type that must not be constructed. */
    private @Nullable Node node(org.yaml.snakeyaml.nodes.Node node, int depth, String key) {
        if (++nodes > limits.nodes()) {
            throw new TooMuchException("the YAML must hold at most " + limits.nodes() + " values");
        }
        if (depth > limits.depth()) {
            throw new TooMuchException("the YAML must be nested at most " + limits.depth() + " deep");
        }
        if (!PLAIN.contains(node.getTag())) {
            report(
                    line(node),
                    Kind.UNSAFE_VALUE,
                    "'" + key + "' must not name a type such as "
                            + node.getTag().getValue() + "; it is left out");
            return null;
        }
        if (node instanceof ScalarNode scalar) {
            boolean nothing = scalar.isPlain() && Tag.NULL.equals(scalar.getTag());
            return new Scalar(nothing ? "" : scalar.getValue(), line(node));
        }
        if (node instanceof SequenceNode sequence) {
            List<Node> items = new ArrayList<>();
            for (org.yaml.snakeyaml.nodes.Node item : sequence.getValue()) {
                Node read = node(item, depth + 1, key);
                if (read != null) {
                    items.add(read);
                }
            }
            return new Sequence(items, line(node));
        }
        return fields((MappingNode) node, depth);
    }

    private int line(org.yaml.snakeyaml.nodes.Node node) {
        return node.getStartMark() == null
                ? firstLine
                : firstLine + node.getStartMark().getLine();
    }

    private void report(int line, Kind kind, String message) {
        problems.add(new Problem(new Location(file, line), kind, message));
    }
}
