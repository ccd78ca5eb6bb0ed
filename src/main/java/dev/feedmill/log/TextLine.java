package dev.feedmill.log;

import dev.feedmill.problem.PrintableText;
import java.util.Locale;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** Formats a record for people: time, level, logger and message; a stack trace follows, indented. */
final class TextLine extends Formatter {
    @Override
    public String format(LogRecord record) {
        StringBuilder line = new StringBuilder(RecordParts.time(record))
                .append(' ')
                .append(RecordParts.level(record).toUpperCase(Locale.ROOT))
                .append(' ')
                .append(RecordParts.logger(record))
                .append(" - ")
                .append(PrintableText.line(RecordParts.message(record, this)));
        Throwable thrown = record.getThrown();
        if (thrown != null) {
            RecordParts.trace(thrown)
                    .lines()
                    .forEach(part -> line.append("\n    ").append(PrintableText.line(part.strip())));
        }
        return line.append('\n').toString();
    }
}
