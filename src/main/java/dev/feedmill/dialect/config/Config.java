package dev.feedmill.dialect.config;

import dev.feedmill.yaml.Fields;
import dev.feedmill.yaml.Items;
import dev.feedmill.yaml.Node;
import dev.feedmill.yaml.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration of a site says in plain data: its single values by their keys, dots between nested ones, and its
 * lists.
 *
 * @param source the file it was read from, for people; empty for none
 * @param values by key
 * @param lists by key
 */
public record Config(String source, Map<String, String> values, Map<String, List<String>> lists) {
    public static final Config NONE = new Config("", Map.of(), Map.of());

    public Config {
        values = Map.copyOf(values);
        lists = Map.copyOf(lists);
    }

    public static Config of(String source, Fields fields) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, List<String>> lists = new LinkedHashMap<>();
        add("", fields, values, lists);
        return new Config(source, values, lists);
    }

    private static void add(String prefix, Fields fields, Map<String, String> values, Map<String, List<String>> lists) {
        for (Map.Entry<String, Node> entry : fields.values().entrySet()) {
            String key = prefix + entry.getKey();
            Node value = entry.getValue();
            if (value instanceof Text text) {
                values.put(key, text.text());
            } else if (value instanceof Fields inner) {
                add(key + ".", inner, values, lists);
            } else if (value instanceof Items items) {
                addItems(key, items, values, lists);
            }
        }
    }

    private static void addItems(String key, Items items, Map<String, String> values, Map<String, List<String>> lists) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < items.items().size(); i++) {
            if (items.items().get(i) instanceof Text text) {
                words.add(text.text());
            } else if (items.items().get(i) instanceof Fields inner) {
                add(key + "." + i + ".", inner, values, lists);
            }
        }
        lists.put(key, words);
    }

    /** The value of the first of these keys that has one; null for none. */
    public @Nullable String text(String... keys) {
        for (String key : keys) {
            String value = values.get(key);
            if (value != null && !value.isBlank()) {
                return value.strip();
            }
        }
        return null;
    }

    public String textOr(String otherwise, String key) {
        String value = text(key);
        return value == null ? otherwise : value;
    }

    public boolean isTrue(String key) {
        return "true".equalsIgnoreCase(values.get(key));
    }

    public List<String> list(String key) {
        return lists.getOrDefault(key, List.of());
    }

    /** What is below a key, without it and its dot. */
    public Map<String, String> below(String key) {
        Map<String, String> found = new TreeMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith(key + ".")) {
                found.put(name.substring(key.length() + 1), value);
            }
        });
        return found;
    }

    /** The same with other values where these have none. */
    public Config over(Config other) {
        Map<String, String> all = new LinkedHashMap<>(other.values);
        all.putAll(values);
        Map<String, List<String>> allLists = new LinkedHashMap<>(other.lists);
        allLists.putAll(lists);
        return new Config(source.isEmpty() ? other.source : source, all, allLists);
    }

    /** In an order that does not depend on the machine. */
    @Override
    public String toString() {
        return new TreeMap<>(values) + " " + new TreeMap<>(lists);
    }
}
