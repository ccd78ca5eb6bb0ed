package dev.feedmill.log;

import dev.feedmill.web.Json;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import tools.jackson.core.JsonGenerator;

/** Formats a record as a JSON object, for programs. */
final class JsonLine extends Formatter {
    @Override
    public String format(LogRecord record) {
        return Json.text(out -> {
                    out.writeStartObject();
                    out.writeStringProperty("time", RecordParts.time(record));
                    out.writeStringProperty("level", RecordParts.level(record));
                    out.writeStringProperty("logger", RecordParts.logger(record));
                    out.writeStringProperty("message", RecordParts.message(record, this));
                    if (record instanceof FieldRecord line) {
                        fields(out, line.fields());
                    }
                    Throwable thrown = record.getThrown();
                    if (thrown != null) {
                        out.writeStringProperty("trace", RecordParts.trace(thrown));
                    }
                    out.writeEndObject();
                })
                + "\n";
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
