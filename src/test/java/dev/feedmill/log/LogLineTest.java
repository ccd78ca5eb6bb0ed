package dev.feedmill.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LogLineTest {
    private static LogRecord record(Level level, String message) {
        LogRecord record = new LogRecord(level, message);
        record.setInstant(Instant.parse("2024-05-01T08:00:00.5Z"));
        record.setLoggerName("dev.feedmill.library.write.Writer");
        return record;
    }

    private static String line(Formatter format, LogRecord record) {
        return format.format(record);
    }

    @Test
    void a_line_says_when_how_bad_who_and_what() {
        assertThat(line(new TextLine(), record(Level.SEVERE, "the disk is full")))
                .isEqualTo("2024-05-01T08:00:00.500Z ERROR Writer - the disk is full\n");
        assertThat(line(new JsonLine(), record(Level.WARNING, "the disk is full")))
                .isEqualTo("{\"time\":\"2024-05-01T08:00:00.500Z\",\"level\":\"warn\",\"logger\":\"Writer\","
                        + "\"message\":\"the disk is full\"}\n");
    }

    @Test
    void nothing_that_was_written_by_others_begins_a_line_or_moves_the_cursor() {
        String hostile = "a\nb\r\u001b[2J\u0007\u009b1m\u202e\u2028 {0}";
        assertThat(line(new TextLine(), record(Level.INFO, hostile)))
                .endsWith("Writer - a\\u000ab\\u000d\\u001b[2J\\u0007\\u009b1m\\u202e\\u2028 {0}\n")
                .hasLineCount(1);
        assertThat(line(new JsonLine(), record(Level.INFO, hostile))).hasLineCount(1);
    }

    @Test
    void a_long_message_is_cut() {
        assertThat(line(new TextLine(), record(Level.INFO, "long ".repeat(100_000))))
                .hasSizeLessThan(2_100)
                .endsWith("…\n");
        assertThat(line(new JsonLine(), record(Level.INFO, "long ".repeat(100_000))))
                .hasSizeLessThan(2_200)
                .endsWith("…\"}\n");
    }

    @Test
    void a_trace_stands_below_its_line_and_forges_none() {
        LogRecord record = record(Level.SEVERE, "failed");
        record.setThrown(new IllegalStateException("first\n2024-05-01T08:00:00Z ERROR forged"));
        assertThat(line(new TextLine(), record).lines().skip(1))
                .allSatisfy(part -> assertThat(part).startsWith("    "));
        assertThat(line(new JsonLine(), record))
                .hasLineCount(1)
                .contains("\"trace\":\"java.lang.IllegalStateException");
    }
}
