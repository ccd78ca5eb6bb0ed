package dev.feedmill.feed;

import dev.feedmill.feed.coding.Coding;
import dev.feedmill.feed.coding.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** JSON as maps and lists; a name given twice is a fault. */
public final class Json {
    private static final JsonFactory STRICT = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Json() {}

    static Map<String, @Nullable Object> read(Document document) {
        return read(document.bytes(Coding.IDENTITY));
    }

    public static Map<String, @Nullable Object> read(byte[] bytes) {
        try (JsonParser json = STRICT.createParser(ObjectReadContext.empty(), bytes)) {
            json.nextToken();
            return object(json);
        }
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> items(Document document) {
        return (List<Map<String, Object>>) Objects.requireNonNull(read(document).get("items"));
    }

    private static Map<String, @Nullable Object> object(JsonParser json) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            object.put(name, value(json));
        }
        return object;
    }

    private static @Nullable Object value(JsonParser json) {
        return switch (json.currentToken()) {
            case START_OBJECT -> object(json);
            case START_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(json));
                }
                yield list;
            }
            case VALUE_NULL -> null;
            case VALUE_STRING -> json.getString();
            case VALUE_TRUE, VALUE_FALSE -> json.getBooleanValue();
            case VALUE_NUMBER_INT -> json.getLongValue();
            default -> throw new IllegalStateException("unexpected " + json.currentToken());
        };
    }
}
