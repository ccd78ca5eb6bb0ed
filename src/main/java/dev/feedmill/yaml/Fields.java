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
 * A mapping: keys with their values, in the order written.
 *
 * @param lines where each key stands
 */
public record Fields(Map<String, Node> values, Map<String, Integer> lines, int line) implements Node {
    private static final Pattern UNCOMPARED = Pattern.compile("[-_\\s\\p{Z}\\p{Cf}\\p{Cc}]+");

    public Fields {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        lines = Map.copyOf(lines);
    }

    /** A key as keys are compared: letter case, hyphens, underscores, blanks and what nobody sees do not count. */
    public static String plain(String key) {
        return UNCOMPARED.matcher(key).replaceAll("").toLowerCase(Locale.ROOT);
    }

    public static Fields empty(int line) {
        return new Fields(Map.of(), Map.of(), line);
    }

    public @Nullable Node get(String key) {
        return values.get(key);
    }

    /** What stands under a key in whatever letters. */
    public List<Node> inAnyCase(String key) {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(key))
                .map(Map.Entry::getValue)
                .toList();
    }

    public Set<String> keys() {
        return values.keySet();
    }

    /** Line of a key, or of the mapping where the key is not in it. */
    public int lineOf(String key) {
        return lines.getOrDefault(key, line);
    }
}
