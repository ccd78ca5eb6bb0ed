package dev.feedmill.log;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** A log record with fields for programs; its message is for people. */
public final class FieldRecord extends LogRecord {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, Object> fields;

    /**
     * Creates a record with the current time.
     *
     * @param fields fields in order: numbers, or values of which the text is logged
     */
    public FieldRecord(Level level, String logger, String message, Map<String, ?> fields) {
        super(level, message);
        setLoggerName(logger);
        this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    Map<String, Object> fields() {
        return fields;
    }
}
