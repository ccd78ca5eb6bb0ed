package dev.feedmill.web;

import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** JSON documents, written piece by piece (RFC 8259). */
public final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /** Writes the content of a document. */
    public interface Content {
        void writeTo(JsonGenerator json);
    }

    /**
     * A document as UTF-8.
     *
     * @param size likely number of bytes
     */
    public static byte[] bytes(int size, Content content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(size);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            content.writeTo(json);
        }
        return out.toByteArray();
    }

    /** A document as text, in which lone surrogates stay as they are. */
    public static String text(Content content) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            content.writeTo(json);
        }
        return out.toString();
    }
}
