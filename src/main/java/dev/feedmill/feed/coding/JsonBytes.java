package dev.feedmill.feed.coding;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** JSON as UTF-8, by Jackson's generator. */
public final class JsonBytes {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonBytes() {}

    /** What writes the document's content. */
    public interface Content {
        void writeTo(JsonGenerator json);
    }

    public static byte[] of(Content content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            content.writeTo(json);
        }
        return out.toByteArray();
    }

    /** Nothing where the value is null or empty. */
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

    /** Nothing where the list is empty; the first one also as version 1.0 has it, since some readers know that alone. */
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
