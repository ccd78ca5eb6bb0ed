package dev.feedmill.config;

import dev.feedmill.problem.Location;
import dev.feedmill.problem.Problem;
import dev.feedmill.problem.Problem.Kind;
import dev.feedmill.setting.Quoted;
import dev.feedmill.setting.SettingValues;
import dev.feedmill.yaml.Mapping;
import dev.feedmill.yaml.Node;
import dev.feedmill.yaml.Scalar;
import dev.feedmill.yaml.Sequence;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses lists of the settings file whose items are mappings; reports each problem with its line. */
final class Entries {
    private final String file;
    private final String list;
    private final Set<String> keys;
    private final String nested;
    private final List<Problem> problems;

    /**
     * Creates a parser.
     *
     * @param list name of the list
     * @param keys allowed in an item
     * @param nested the key whose value is a mapping
     * @param problems receives problems
     */
    Entries(String file, String list, Set<String> keys, String nested, List<Problem> problems) {
        this.file = file;
        this.list = list;
        this.keys = keys;
        this.nested = nested;
        this.problems = problems;
    }

    /** An item of the list: its values by key. */
    final class Entry {
        private final Map<String, String> values = new LinkedHashMap<>();
        private final Map<String, Node> nodes = new LinkedHashMap<>();
        private final Map<String, Integer> lines = new LinkedHashMap<>();
        private final Set<String> faulty = new HashSet<>();
        private final int line;

        private Entry(int line) {
            this.line = line;
        }

        /** The mapping under a key; null if absent. */
        @Nullable
        Node node(String key) {
            return nodes.get(key);
        }

        /** The value of a key; empty if absent. */
        String text(String key) {
            return values.getOrDefault(key, "");
        }

        /** The value of a key, which must be printable text. */
        String line(String key) {
            String text = text(key).strip();
            if (!text.isEmpty() && !SettingValues.isLine(text)) {
                fault(key, "must be one line of text");
            }
            return text;
        }

        /** Reports a problem, unless one was already reported for this key. */
        void fault(String key, String wanted) {
            problem(key, wanted + ", not " + Quoted.of(text(key)));
        }

        /** Reports a problem of a value, the first one only. */
        void problem(String key, String what) {
            if (faulty.add(key)) {
                problems.add(new Problem(
                        new Location(file, lines.getOrDefault(key, line)),
                        Kind.SETTING,
                        "'" + key + "' of '" + list + "' " + what));
            }
        }
    }

    List<Entry> read(Node node) {
        List<Entry> entries = new ArrayList<>();
        if (node instanceof Scalar nothing && nothing.text().isEmpty()) {
            return entries;
        }
        if (!(node instanceof Sequence items)) {
            add(node.line(), "'" + list + "' must be a list whose items have keys");
            return entries;
        }
        for (Node item : items.items()) {
            if (item instanceof Mapping fields) {
                entries.add(entry(fields));
            } else {
                add(item.line(), "every item of '" + list + "' must have keys: " + String.join(", ", keys));
            }
        }
        return entries;
    }

    private Entry entry(Mapping fields) {
        Entry entry = new Entry(fields.line());
        for (String key : fields.keys()) {
            entry.lines.put(key, fields.lineOf(key));
            Node node = fields.get(key);
            if (node != null && key.equals(nested) && keys.contains(key)) {
                entry.nodes.put(key, node);
                continue;
            }
            String text = text(fields.get(key));
            if (!keys.contains(key)) {
                add(
                        fields.lineOf(key),
                        Quoted.of(key) + " is none of the keys of '" + list + "': " + String.join(", ", keys));
            } else if (text == null) {
                entry.faulty.add(key);
                add(fields.lineOf(key), "'" + key + "' of '" + list + "' must be a value, or keys with values");
            } else {
                entry.values.put(key, text);
            }
        }
        return entry;
    }

    /** Converts a mapping to a query string. */
    private static @Nullable String text(@Nullable Node node) {
        if (node instanceof Scalar text) {
            return text.text();
        }
        if (!(node instanceof Mapping fields)) {
            return null;
        }
        List<String> pairs = new ArrayList<>();
        for (Map.Entry<String, Node> field : fields.values().entrySet()) {
            List<Node> values = field.getValue() instanceof Sequence items ? items.items() : List.of(field.getValue());
            for (Node value : values) {
                if (!(value instanceof Scalar text)) {
                    return null;
                }
                pairs.add(encoded(field.getKey()) + "=" + encoded(text.text()));
            }
        }
        return String.join("&", pairs);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void add(int line, String message) {
        problems.add(new Problem(new Location(file, line), Kind.SETTING, message));
    }
}
