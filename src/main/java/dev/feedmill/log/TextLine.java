package dev.feedmill.log;

import java.util.Locale;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** A record for people: time, level, who says it, and what; a trace stands below, indented. */
final class TextLine extends Formatter {
    @Override
    public String format(LogRecord record) {
        StringBuilder line = new StringBuilder(Shown.time(record))
                .append(' ')
                .append(Shown.level(record).toUpperCase(Locale.ROOT))
                .append(' ')
                .append(Shown.logger(record))
                .append(" - ");
        Escaped.append(line, Shown.message(record, this));
        Throwable thrown = record.getThrown();
        if (thrown != null) {
            Shown.trace(thrown).lines().forEach(part -> {
                line.append("\n    ");
                Escaped.append(line, part.strip());
            });
        }
        return line.append('\n').toString();
    }
}
