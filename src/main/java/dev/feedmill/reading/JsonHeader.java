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
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Front matter in JSON (Hexo's {@code ;;;}, Hugo's <code>{</code>). */
final class JsonHeader {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(50).build())
            .build();

    private final Report report;
    private final int firstLine;

    private JsonHeader(Report report, int firstLine) {
        this.report = report;
        this.firstLine = firstLine;
    }

    /** Offset behind the object with which a text begins, or -1. */
    static int end(String text) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            int depth = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth == 0) {
                    return (int) parser.currentLocation().getCharOffset();
                }
            }
            return -1;
        } catch (JacksonException e) {
            return -1;
        }
    }

    /** The fields of one object; null where it is none, and the report says why. */
    static @Nullable Fields read(String header, int firstLine, Report report) {
        String object = header.strip().startsWith("{") ? header : "{" + header + "}";
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), object)) {
            parser.nextToken();
            return new JsonHeader(report, firstLine).fields(parser);
        } catch (JacksonException e) {
            int line = firstLine
                    - 1
                    + Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getLineNr());
            report.add(
                    line,
                    Kind.FRONT_MATTER,
                    "not valid JSON: " + e.getOriginalMessage().replace('\n', ' '));
            return null;
        }
    }

    private Fields fields(JsonParser parser) {
        int line = line(parser);
        Map<String, Node> values = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            int at = line(parser);
            parser.nextToken();
            Node value = node(parser);
            if (values.put(name, value) != null) {
                report.add(
                        at,
                        Kind.DUPLICATE_KEY,
                        "'" + name + "' must stand once; it stands in line " + lines.get(name)
                                + " too, the last is used");
            }
            lines.put(name, at);
        }
        return new Fields(values, lines, line);
    }

    private Node node(JsonParser parser) {
        int line = line(parser);
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return fields(parser);
        }
        if (token == JsonToken.START_ARRAY) {
            List<Node> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(node(parser));
            }
            return new Items(items, line);
        }
        return new Text(token == JsonToken.VALUE_NULL ? "" : parser.getString(), line);
    }

    private int line(JsonParser parser) {
        return firstLine - 1 + Math.max(1, parser.currentTokenLocation().getLineNr());
    }
}
