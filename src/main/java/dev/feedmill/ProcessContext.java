package dev.feedmill;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;

/**
 * What the process has around it, so that tests can give their own.
 *
 * @param terminal whether a person is watching, who likes to see progress
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
