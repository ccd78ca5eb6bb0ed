package dev.feedmill.yaml;

import dev.feedmill.problem.Location;
import dev.feedmill.problem.Parsed;
import dev.feedmill.problem.Problem;
import dev.feedmill.problem.Problem.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Reader of TOML 1.0, in front matter of Hugo and Zola between {@code +++} and in their configuration. */
public final class TomlReader {
    private TomlReader() {}

    /**
     * Reads a document.
     *
     * @param file name for problems
     * @param firstLine of the document within that file
     */
    public static Parsed<Mapping> read(String file, int firstLine, String text) {
        TomlParseResult result = Toml.parse(text);
        if (result.hasErrors()) {
            TomlParseError error = result.errors().get(0);
            return new Parsed.Refused<>(List.of(new Problem(
                    new Location(file, line(error.position(), firstLine)),
                    Kind.FRONT_MATTER,
                    "not valid TOML: " + String.valueOf(error.getMessage()).replace('\n', ' '))));
        }
        return new Parsed.Read<>(fields(result, firstLine, firstLine), List.of());
    }

    private static Mapping fields(TomlTable table, int firstLine, int line) {
        Map<String, Node> values = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        for (String key : table.keySet()) {
            int at = line(table.inputPositionOf(List.of(key)), firstLine);
            values.put(key, node(table.get(List.of(key)), firstLine, at));
            lines.put(key, at);
        }
        return new Mapping(values, lines, line);
    }

    private static Node node(@Nullable Object value, int firstLine, int line) {
        if (value instanceof TomlTable table) {
            return fields(table, firstLine, line);
        }
        if (value instanceof TomlArray array) {
            List<Node> items = new ArrayList<>();
            for (int i = 0; i < array.size(); i++) {
                items.add(node(array.get(i), firstLine, line(array.inputPositionOf(i), firstLine)));
            }
            return new Sequence(items, line);
        }
        return new Scalar(String.valueOf(value), line);
    }

    private static int line(@Nullable TomlPosition position, int firstLine) {
        return position == null ? firstLine : firstLine - 1 + position.line();
    }
}
