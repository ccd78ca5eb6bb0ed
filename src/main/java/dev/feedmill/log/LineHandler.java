package dev.feedmill.log;

import java.io.PrintStream;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/** Writes and flushes each record at once, in whole lines. */
final class LineHandler extends Handler {
    private final PrintStream stream;

    LineHandler(PrintStream stream, Formatter lines) {
        this.stream = stream;
        setFormatter(lines);
    }

    @Override
    public void publish(LogRecord record) {
        if (isLoggable(record)) {
            stream.print(getFormatter().format(record));
            stream.flush();
        }
    }

    @Override
    public void flush() {
        stream.flush();
    }

    /** Does not close the stream, which belongs to the process. */
    @Override
    public void close() {
        flush();
    }
}
