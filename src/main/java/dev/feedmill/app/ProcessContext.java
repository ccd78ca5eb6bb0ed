package dev.feedmill.app;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;

/**
 * The environment of the process; tests supply their own.
 *
 * @param terminal whether a user is at a terminal and sees progress
 */
public record ProcessContext(
        Map<String, String> environment, PrintStream out, PrintStream err, Clock clock, boolean terminal) {
    public PrintWriter outWriter() {
        return new PrintWriter(out, true, StandardCharsets.UTF_8);
    }

    public PrintWriter errWriter() {
        return new PrintWriter(err, true, StandardCharsets.UTF_8);
    }
}
