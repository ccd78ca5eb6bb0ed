package dev.feedmill.dialect.config;

import dev.feedmill.yaml.Mapping;
import dev.feedmill.yaml.Node;
import dev.feedmill.yaml.Scalar;
import dev.feedmill.yaml.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Configuration of a site as plain data: single values by their dotted keys, and lists. */
public final class Config {
    /** Key for the Markdown packages that a site depends on. */
    public static final String PACKAGES = "packages for Markdown";

    /** Key for the names of Python-Markdown extensions. */
    public static final String EXTENSIONS = "extensions of Python-Markdown";

    public static final Config NONE = new Config("", Map.of(), Map.of());

    private final String source;
    private final Map<String, String> values;
    private final Map<String, List<String>> lists;
    private final Set<String> parents;
    private final Map<Class<?>, Object> derived = new ConcurrentHashMap<>();

    /**
     * Creates a configuration of values and lists by their keys.
     *
     * @param source the file they were read from, for messages; empty for none
     */
    public Config(String source, Map<String, String> values, Map<String, List<String>> lists) {
        this.source = source;
        this.values = Map.copyOf(values);
        this.lists = Map.copyOf(lists);
        this.parents = parents(values.keySet(), lists.keySet());
    }

    /** Returns the configuration as fields with dotted keys. */
    public Mapping fields() {
        Map<String, Node> fields = new TreeMap<>();
        values.forEach((key, value) -> fields.put(key, new Scalar(value, 1)));
        lists.forEach((key, items) -> fields.put(
                key,
                new Sequence(
                        items.stream().<Node>map(item -> new Scalar(item, 1)).toList(), 1)));
        return new Mapping(fields, Map.of(), 1);
    }

    /** Returns the file it was read from, for messages; empty for none. */
    public String source() {
        return source;
    }

    public Map<String, String> values() {
        return values;
    }

    public Map<String, List<String>> lists() {
        return lists;
    }

    /** Returns a value that is derived once and then cached. */
    public <T> T derived(Class<T> type, Function<Config, T> make) {
        return type.cast(derived.computeIfAbsent(type, key -> make.apply(this)));
    }

    /** Returns all keys that have others below them. */
    private static Set<String> parents(Set<String> values, Set<String> lists) {
        Set<String> parents = new HashSet<>();
        Stream.concat(values.stream(), lists.stream()).forEach(key -> {
            for (int dot = key.lastIndexOf('.'); dot > 0 && parents.add(key.substring(0, dot)); ) {
                dot = key.lastIndexOf('.', dot - 1);
            }
        });
        return parents;
    }

    public static Config of(String source, Mapping fields) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, List<String>> lists = new LinkedHashMap<>();
        add("", fields, values, lists);
        return new Config(source, values, lists);
    }

    private static void add(
            String prefix, Mapping fields, Map<String, String> values, Map<String, List<String>> lists) {
        for (Map.Entry<String, Node> entry : fields.values().entrySet()) {
            String key = prefix + entry.getKey();
            Node value = entry.getValue();
            if (value instanceof Scalar text) {
                values.put(key, text.text());
            } else if (value instanceof Mapping inner) {
                add(key + ".", inner, values, lists);
            } else if (value instanceof Sequence items) {
                addItems(key, items, values, lists);
            }
        }
    }

    private static void addItems(
            String key, Sequence items, Map<String, String> values, Map<String, List<String>> lists) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < items.items().size(); i++) {
            if (items.items().get(i) instanceof Scalar text) {
                words.add(text.text());
            } else if (items.items().get(i) instanceof Mapping inner) {
                add(key + "." + i + ".", inner, values, lists);
            }
        }
        lists.put(key, words);
    }

    /** Returns the value of the first key that has one; null for none. */
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

    /** Returns all keys that have a value or a list, in order. */
    public Set<String> keys() {
        Set<String> keys = new TreeSet<>(values.keySet());
        keys.addAll(lists.keySet());
        return keys;
    }

    /** Returns the values of the list under a key, or its single value. */
    public List<String> each(String key) {
        String single = values.get(key);
        return lists.containsKey(key) ? list(key) : single == null ? List.of() : List.of(single);
    }

    /** Returns a copy with a list under a key. */
    public Config with(String key, List<String> list) {
        return list.isEmpty() ? this : new Config(source, Map.of(), Map.of(key, list)).withDefaults(this);
    }

    /** Returns the values below a key, by the rest of their keys. */
    public Config section(String key) {
        Map<String, List<String>> within = new LinkedHashMap<>();
        lists.forEach((name, list) -> {
            if (name.startsWith(key + ".")) {
                within.put(name.substring(key.length() + 1), list);
            }
        });
        return new Config(source, valuesBelow(key), within);
    }

    /** Returns a copy with all keys below another key. */
    public Config nestedUnder(String key) {
        Map<String, String> below = new LinkedHashMap<>();
        values.forEach((name, value) -> below.put(key + "." + name, value));
        Map<String, List<String>> belowLists = new LinkedHashMap<>();
        lists.forEach((name, list) -> belowLists.put(key + "." + name, list));
        return new Config(source, below, belowLists);
    }

    /** Returns a copy with all keys in lower case. */
    public Config lowered() {
        Map<String, String> lower = new LinkedHashMap<>();
        values.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        Map<String, List<String>> lowerLists = new LinkedHashMap<>();
        lists.forEach((name, list) -> lowerLists.put(name.toLowerCase(Locale.ROOT), list));
        return new Config(source, lower, lowerLists);
    }

    /** Returns the names of one-key mappings in the list under a key, as in {@code - toc: {permalink: true}}. */
    public Set<String> namesIn(String key) {
        Set<String> names = new HashSet<>();
        for (String name : values.keySet()) {
            if (name.startsWith(key + ".")) {
                String rest = name.substring(key.length() + 1).replaceFirst("^\\d+\\.", "");
                // A name may contain a dot, as "pymdownx.tilde" does.
                names.add(rest);
                for (int dot = rest.lastIndexOf('.'); dot > 0; dot = rest.lastIndexOf('.', dot - 1)) {
                    names.add(rest.substring(0, dot));
                }
            }
        }
        return names;
    }

    /** Returns the number of mappings in the list under a key. */
    public int countMappings(String key) {
        int count = 0;
        while (holds(key + "." + count)) {
            count++;
        }
        return count;
    }

    /** Returns whether there are values below a key. */
    public boolean holds(String key) {
        return parents.contains(key);
    }

    /** Returns the values below a key, without the key and its dot. */
    public Map<String, String> valuesBelow(String key) {
        Map<String, String> found = new TreeMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith(key + ".")) {
                found.put(name.substring(key.length() + 1), value);
            }
        });
        return found;
    }

    /** Returns a copy that takes missing values from another configuration. */
    public Config withDefaults(Config other) {
        Map<String, String> all = new LinkedHashMap<>(other.values);
        all.putAll(values);
        Map<String, List<String>> allLists = new LinkedHashMap<>(other.lists);
        allLists.putAll(lists);
        return new Config(source.isEmpty() ? other.source : source, all, allLists);
    }

    /** Returns the values in an order that does not depend on the machine. */
    @Override
    public String toString() {
        return new TreeMap<>(values) + " " + new TreeMap<>(lists);
    }
}
