package dev.feedmill.log;

import java.io.StringWriter;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Formats a record as a JSON object, for programs. */
final class JsonLine extends Formatter {
    private final JsonFactory json = new JsonFactory();

    @Override
    public String format(LogRecord record) {
        StringWriter line = new StringWriter();
        try (JsonGenerator out = json.createGenerator(ObjectWriteContext.empty(), line)) {
            out.writeStartObject();
            out.writeStringProperty("time", RecordParts.time(record));
            out.writeStringProperty("level", RecordParts.level(record));
            out.writeStringProperty("logger", RecordParts.logger(record));
            out.writeStringProperty("message", RecordParts.message(record, this));
            if (record instanceof FieldRecord told) {
                fields(out, told.fields());
            }
            Throwable thrown = record.getThrown();
            if (thrown != null) {
                out.writeStringProperty("trace", RecordParts.trace(thrown));
            }
            out.writeEndObject();
        }
        return line + "\n";
    }

    private static void fields(JsonGenerator out, Map<String, Object> fields) {
        fields.forEach((name, value) -> {
            if (value instanceof Number number) {
                out.writeNumberProperty(name, number.longValue());
            } else {
                out.writeStringProperty(name, RecordParts.cut(value.toString()));
            }
        });
    }
}
