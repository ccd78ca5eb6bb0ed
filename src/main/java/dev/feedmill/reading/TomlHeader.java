package dev.feedmill.reading;

import dev.feedmill.problem.Problem.Kind;
import dev.feedmill.yaml.Fields;
import dev.feedmill.yaml.Items;
import dev.feedmill.yaml.Node;
import dev.feedmill.yaml.Text;
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

/** Front matter in TOML (Hugo's and Zola's {@code +++}). */
final class TomlHeader {
    private TomlHeader() {}

    /** The fields of the document; null where it is not valid, and the report says why. */
    static @Nullable Fields read(String header, int firstLine, Report report) {
        TomlParseResult result = Toml.parse(header);
        if (result.hasErrors()) {
            TomlParseError error = result.errors().get(0);
            report.add(
                    line(error.position(), firstLine),
                    Kind.FRONT_MATTER,
                    "not valid TOML: " + String.valueOf(error.getMessage()).replace('\n', ' '));
            return null;
        }
        return fields(result, firstLine, firstLine);
    }

    private static Fields fields(TomlTable table, int firstLine, int line) {
        Map<String, Node> values = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        for (String key : table.keySet()) {
            int at = line(table.inputPositionOf(List.of(key)), firstLine);
            values.put(key, node(table.get(List.of(key)), firstLine, at));
            lines.put(key, at);
        }
        return new Fields(values, lines, line);
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
            return new Items(items, line);
        }
        return new Text(String.valueOf(value), line);
    }

    private static int line(@Nullable TomlPosition position, int firstLine) {
        return position == null ? firstLine : firstLine - 1 + position.line();
    }
}
