package dev.feedmill.yaml;

import dev.feedmill.problem.Location;
import dev.feedmill.problem.Parsed;
import dev.feedmill.problem.Problem;
import dev.feedmill.problem.Problem.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** Reader of JSON objects in front matter (Hexo's {@code ;;;}, Hugo's <code>{</code>) and configuration. */
public final class JsonReader {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(50).build())
            .build();

    /** JSON as in editors' settings: with comments and trailing commas. */
    private static final JsonFactory LENIENT = JSON.rebuild()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private final List<Problem> problems = new ArrayList<>();
    private final String file;
    private final int firstLine;

    private JsonReader(String file, int firstLine) {
        this.file = file;
        this.firstLine = firstLine;
    }

    /** Returns the offset after the object at the start of a text, or -1. */
    public static int end(String text) {
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

    /**
     * Reads one object, whose braces may be missing.
     *
     * @param file name for problems
     * @param firstLine of the object within that file
     */
    public static Parsed<Mapping> read(String file, int firstLine, String text) {
        String object = text.strip().startsWith("{") ? text : "{" + text + "}";
        JsonReader reader = new JsonReader(file, firstLine);
        return reader.parsed(JSON, object, reader::fields);
    }

    /**
     * Reads a whole file, which may be a list or a single value too, with comments and trailing commas; no value if it
     * has only comments.
     */
    public static Parsed<Node> whole(String file, String text) {
        JsonReader reader = new JsonReader(file, 1);
        return reader.parsed(LENIENT, text.startsWith("\uFEFF") ? text.substring(1) : text, parser -> {
            Node whole = parser.currentToken() == null ? Mapping.empty(1) : reader.node(parser);
            // Text after the end is no JSON.
            parser.nextToken();
            return whole;
        });
    }

    private <T> Parsed<T> parsed(JsonFactory format, String text, Function<JsonParser, T> value) {
        try (JsonParser parser = format.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            return new Parsed.Read<>(value.apply(parser), problems);
        } catch (JacksonException e) {
            int line = firstLine
                    - 1
                    + Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getLineNr());
            add(
                    line,
                    Kind.FRONT_MATTER,
                    "not valid JSON: " + e.getOriginalMessage().replace('\n', ' '));
            return new Parsed.Refused<>(problems);
        }
    }

    private void add(int line, Kind kind, String message) {
        problems.add(new Problem(new Location(file, line), kind, message));
    }

    private Mapping fields(JsonParser parser) {
        int line = line(parser);
        Map<String, Node> values = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            int at = line(parser);
            parser.nextToken();
            Node value = node(parser);
            if (values.put(name, value) != null) {
                add(
                        at,
                        Kind.DUPLICATE_KEY,
                        "'" + name + "' must stand once; it stands in line " + lines.get(name)
                                + " too, and the last is used");
            }
            lines.put(name, at);
        }
        return new Mapping(values, lines, line);
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
            return new Sequence(items, line);
        }
        return new Scalar(token == JsonToken.VALUE_NULL ? "" : parser.getString(), line);
    }

    private int line(JsonParser parser) {
        return firstLine - 1 + Math.max(1, parser.currentTokenLocation().getLineNr());
    }
}
