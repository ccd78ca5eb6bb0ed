package dev.feedmill;

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
record ProcessContext(
        Map<String, String> environment, PrintStream out, PrintStream err, Clock clock, boolean terminal) {
    PrintWriter outWriter() {
        return new PrintWriter(out, true, StandardCharsets.UTF_8);
    }

    PrintWriter errWriter() {
        return new PrintWriter(err, true, StandardCharsets.UTF_8);
    }
}
