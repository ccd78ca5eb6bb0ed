package dev.feedmill.reading.header;

import dev.feedmill.problem.Parsed;
import dev.feedmill.problem.Problem.Kind;
import dev.feedmill.yaml.Mapping;
import dev.feedmill.yaml.Node;
import dev.feedmill.yaml.Scalar;
import dev.feedmill.yaml.Sequence;
import dev.feedmill.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fallback reader for front matter that its own parser rejects: reads each key on its own, as YAML if possible, else
 * line by line.
 */
public final class LineHeader {
    private static final Pattern KEY = Pattern.compile(
            "([\\p{L}_][\\p{L}\\p{N}_.-]*)\\s*[:=](?:\\s+(.*))?"
                    // Keys that must be found even without a space after the colon.
                    + "|(?i:(draft|private|publish(?:ed)?|status|visibility|unlisted|hidden|title|date|tags|categories))\\s*[:=](\\S.*)");
    private static final Pattern COMMENT = Pattern.compile("\\s+#.*$");
    private static final Pattern ITEM = Pattern.compile("\\s*-\\s+(.*)");

    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Report report;

    private final YamlReader yaml;

    private LineHeader(Report report, YamlReader yaml) {
        this.report = report;
        this.yaml = yaml;
    }

    /** Reads the header; null if it has no keys. */
    public static @Nullable Mapping read(String header, int firstLine, Report report, YamlReader yaml) {
        LineHeader reader = new LineHeader(report, yaml);
        List<String> all = header.lines().toList();
        for (int i = 0; i < all.size(); i++) {
            Matcher key = KEY.matcher(all.get(i).stripTrailing());
            if (key.matches()) {
                int end = i + 1;
                while (end < all.size()
                        && !KEY.matcher(all.get(end).stripTrailing()).matches()) {
                    end++;
                }
                boolean spaced = key.group(1) != null;
                String name = spaced ? key.group(1) : key.group(3);
                reader.put(name, spaced ? key.group(2) : key.group(4), all.subList(i + 1, end), firstLine + i);
                i = end - 1;
            }
        }
        return reader.values.isEmpty() ? null : new Mapping(reader.values, reader.lines, firstLine);
    }

    private void put(String key, @Nullable String value, List<String> nested, int line) {
        Node node = yaml(key, value, nested, line);
        if (node == null) {
            node = value != null && !value.isBlank() ? new Scalar(unquoted(value), line) : list(nested, line);
        }
        if (values.put(key, node) != null) {
            report.add(
                    line,
                    Kind.DUPLICATE_KEY,
                    "'" + key + "' must stand once; it stands in line " + lines.get(key)
                            + " too, and the last is used");
        }
        lines.put(key, line);
    }

    /** Parses one key as YAML; null if that fails too. */
    private @Nullable Node yaml(String key, @Nullable String value, List<String> nested, int line) {
        String block = key + ": " + (value == null ? "" : value) + "\n" + String.join("\n", nested) + "\n";
        return yaml.read(report.file(), line, block) instanceof Parsed.Read<Mapping> read
                        && read.value().keys().equals(Set.of(key))
                ? read.value().get(key)
                : null;
    }

    private static Node list(List<String> nested, int line) {
        List<Node> items = new ArrayList<>();
        Map<String, Node> fields = new LinkedHashMap<>();
        for (int i = 0; i < nested.size(); i++) {
            String text = nested.get(i);
            Matcher item = ITEM.matcher(text);
            Matcher field = KEY.matcher(text.strip());
            if (item.matches()) {
                items.add(new Scalar(unquoted(item.group(1)), line + 1 + i));
            } else if (field.matches() && field.group(2) != null) {
                fields.put(field.group(1), new Scalar(unquoted(field.group(2)), line + 1 + i));
            }
        }
        if (!items.isEmpty()) {
            return new Sequence(items, line);
        }
        return fields.isEmpty() ? new Scalar("", line) : new Mapping(fields, Map.of(), line);
    }

    private static String unquoted(String value) {
        String text = COMMENT.matcher(value).replaceFirst("").strip();
        boolean quoted = text.length() >= 2
                && (text.charAt(0) == '\'' || text.charAt(0) == '"')
                && text.charAt(text.length() - 1) == text.charAt(0);
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
