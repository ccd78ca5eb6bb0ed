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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a podcast's settings, and reports what is wrong with them. */
final class PodcastFields {
    private final String file;
    private final List<Problem> problems;

    PodcastFields(String file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Reports the keys of a mapping that are none of these. */
    void unknown(Mapping fields, String name, List<String> keys) {
        for (String key : fields.keys()) {
            if (!keys.contains(key)) {
                add(
                        fields.lineOf(key),
                        Quoted.of(key) + " is none of the keys of '" + name + "': " + String.join(", ", keys)
                                + Nearest.suggestion(key, keys));
            }
        }
    }

    /** Returns the text of a key; null if there is none. */
    @Nullable
    String text(Mapping fields, String name, String key) {
        Node node = fields.get(key);
        if (node == null) {
            return null;
        }
        String text = node instanceof Scalar one ? one.text().strip() : "";
        boolean isText =
                node instanceof Scalar && (text.isEmpty() || key.equals("description") || SettingValues.isLine(text));
        if (!isText) {
            fault(fields, name, key, "must be " + (key.equals("description") ? "a text" : "one line of text"), text);
        }
        return text.isEmpty() || !isText ? null : text;
    }

    /** Returns the web address of a key; null if there is none. */
    @Nullable
    String address(Mapping fields, String name, String key) {
        String address = text(fields, name, key);
        if (address != null && !Lists.isWebAddress(address)) {
            fault(fields, name, key, "must be an http or https address", address);
            return null;
        }
        return address;
    }

    /** Returns the items of a list; a single value is a list of one. */
    static List<Node> items(@Nullable Node node) {
        return node instanceof Sequence items ? items.items() : node == null ? List.of() : List.of(node);
    }

    /** Reports an item that lacks a key. */
    void required(Mapping fields, Node item, String name, String key) {
        Node node = fields.get(key);
        boolean isMissing =
                node == null || (node instanceof Scalar one && one.text().isBlank());
        if (item instanceof Mapping && isMissing) {
            add(item.line(), "every item of '" + name + "' must have '" + key + "'");
        }
    }

    /** Returns the fields of a mapping with these keys; none if it is not a mapping. */
    Mapping fields(Node node, String name, List<String> keys) {
        if (node instanceof Mapping fields) {
            unknown(fields, name, keys);
            return fields;
        }
        add(node.line(), "'" + name + "' must have keys: " + String.join(", ", keys));
        return Mapping.empty(node.line());
    }

    /** Reports the value of a key. */
    void fault(Mapping fields, String name, String key, String wanted, String text) {
        add(fields.lineOf(key), "'" + name + "." + key + "' " + wanted + ", not " + Quoted.of(text));
    }

    void add(int line, String message) {
        problems.add(new Problem(new Location(file, line), Kind.SETTING, message));
    }
}
