package dev.feedmill.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mapping of keys to values, in written order.
 *
 * @param lines of the keys
 */
public record Mapping(Map<String, Node> values, Map<String, Integer> lines, int line) implements Node {
    private static final Pattern UNCOMPARED = Pattern.compile("[-_\\s\\p{Z}\\p{Cf}\\p{Cc}]+");

    public Mapping {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        lines = Map.copyOf(lines);
    }

    /** Normalizes a key for comparison: without case, hyphens, underscores, spaces and invisible characters. */
    public static String plain(String key) {
        return UNCOMPARED.matcher(key).replaceAll("").toLowerCase(Locale.ROOT);
    }

    public static Mapping empty(int line) {
        return new Mapping(Map.of(), Map.of(), line);
    }

    public @Nullable Node get(String key) {
        return values.get(key);
    }

    /** Returns the values of a key, ignoring case. */
    public List<Node> inAnyCase(String key) {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(key))
                .map(Map.Entry::getValue)
                .toList();
    }

    public Set<String> keys() {
        return values.keySet();
    }

    /** Returns the line of a key, or of the mapping if it lacks the key. */
    public int lineOf(String key) {
        return lines.getOrDefault(key, line);
    }
}
