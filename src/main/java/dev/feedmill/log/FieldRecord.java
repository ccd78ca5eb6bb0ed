package dev.feedmill.log;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** A record whose parts programs can tell apart; people read its message. */
public final class FieldRecord extends LogRecord {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, Object> fields;

    /**
     * Made now.
     *
     * @param fields in their order: numbers, or what their texts say
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
