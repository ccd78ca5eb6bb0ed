package dev.feedmill.yaml;

import dev.feedmill.problem.Location;
import dev.feedmill.problem.Problem;
import dev.feedmill.problem.Problem.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Turns SnakeYAML's nodes into ours, noting what is dropped on the way. */
final class NodeReader {
    private final String file;
    private final int firstLine;
    private final YamlLimits limits;
    private final List<Problem> problems = new ArrayList<>();
    private int nodes;

    /** The text asks for more than the limits allow. */
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
        return problems;
    }

    Fields fields(MappingNode mapping) {
        return fields(mapping, 0);
    }

    private Fields fields(MappingNode mapping, int depth) {
        Map<String, Node> values = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
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
            if (values.containsKey(name)) {
                report(
                        line,
                        Kind.DUPLICATE_KEY,
                        "'" + name + "' must stand once; it stands in line " + lines.get(name)
                                + " too, the last is used");
                values.remove(name);
            }
            values.put(name, value);
            lines.put(name, line);
        }
        return new Fields(values, lines, line(mapping));
    }

    /** Null where the value is of a type that must never be made. */
    private @Nullable Node node(org.yaml.snakeyaml.nodes.Node node, int depth, String key) {
        if (++nodes > limits.nodes()) {
            throw new TooMuchException("the front matter must hold at most " + limits.nodes() + " values");
        }
        if (depth > limits.depth()) {
            throw new TooMuchException("the front matter must be nested at most " + limits.depth() + " deep");
        }
        if (!isPlain(node.getTag())) {
            report(
                    line(node),
                    Kind.UNSAFE_VALUE,
                    "'" + key + "' must not name a type such as "
                            + node.getTag().getValue() + "; it is left out");
            return null;
        }
        if (node instanceof ScalarNode scalar) {
            boolean nothing = scalar.isPlain() && Tag.NULL.equals(scalar.getTag());
            return new Text(nothing ? "" : scalar.getValue(), line(node));
        }
        if (node instanceof SequenceNode sequence) {
            List<Node> items = new ArrayList<>();
            for (org.yaml.snakeyaml.nodes.Node item : sequence.getValue()) {
                Node read = node(item, depth + 1, key);
                if (read != null) {
                    items.add(read);
                }
            }
            return new Items(items, line(node));
        }
        return fields((MappingNode) node, depth);
    }

    private static boolean isPlain(Tag tag) {
        return tag.startsWith(Tag.PREFIX);
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
