package dev.feedmill.feed.coding;

import dev.feedmill.web.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes feeds and their parts as JSON. */
public final class JsonBytes {
    /** Most feeds are larger, and a buffer grows by doubling. */
    private static final int SIZE = 1 << 16;

    private JsonBytes() {}

    public static byte[] of(Json.Content content) {
        return Json.bytes(SIZE, content);
    }

    /** Writes a field; omits it if the value is null or empty. */
    public static void text(JsonGenerator json, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            json.writeStringProperty(name, value);
        }
    }

    public static void texts(JsonGenerator json, String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    /**
     * Writes the authors; omits the field if the list is empty. The first author is also written as in version 1.0,
     * since some readers know only that.
     */
    public static void authors(JsonGenerator json, List<String> names) {
        if (!names.isEmpty()) {
            json.writeObjectPropertyStart("author");
            json.writeStringProperty("name", names.get(0));
            json.writeEndObject();
            json.writeArrayPropertyStart("authors");
            for (String name : names) {
                json.writeStartObject();
                json.writeStringProperty("name", name);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }
}
