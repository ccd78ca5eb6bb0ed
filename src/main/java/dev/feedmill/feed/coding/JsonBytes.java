package dev.feedmill.feed.coding;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes JSON as UTF-8 with Jackson's generator. */
public final class JsonBytes {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonBytes() {}

    /** Writes the content of a document. */
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
