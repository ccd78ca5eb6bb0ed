package dev.feedmill.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** The parts of a record in the form that lines show. */
final class RecordParts {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** Longest message, in characters. */
    private static final int MAX_LENGTH = 2_000;

    private RecordParts() {}

    static String time(LogRecord record) {
        Instant time = record.getInstant();
        return TIME.format(time);
    }

    static String level(LogRecord record) {
        int level = record.getLevel().intValue();
        if (level >= Level.SEVERE.intValue()) {
            return "error";
        }
        if (level >= Level.WARNING.intValue()) {
            return "warn";
        }
        return level >= Level.INFO.intValue() ? "info" : "debug";
    }

    /** The class name without its package. */
    static String logger(LogRecord record) {
        String name = record.getLoggerName();
        return name == null ? "" : name.substring(name.lastIndexOf('.') + 1);
    }

    /** The message; records of libraries have parameters to fill in, those with fields do not. */
    static String message(LogRecord record, Formatter format) {
        String message = record instanceof FieldRecord ? record.getMessage() : format.formatMessage(record);
        return message == null ? "" : cut(message);
    }

    /** Cuts a long message. */
    static String cut(String text) {
        if (text.length() <= MAX_LENGTH) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
        return text.substring(0, end) + "…";
    }

    static String trace(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
