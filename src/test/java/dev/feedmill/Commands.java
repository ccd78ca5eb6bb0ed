package dev.feedmill;

import dev.feedmill.app.ProcessContext;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;

/** Runs commands within the process of the test. */
final class Commands {
    private Commands() {}

    /** Runs a command to its end, without environment variables; returns its exit code. */
    static int run(OutputStream out, OutputStream err, String... arguments) {
        return run(Map.of(), out, err, arguments);
    }

    static int run(Map<String, String> environment, OutputStream out, OutputStream err, String... arguments) {
        return new Main(new ProcessContext(environment, stream(out), stream(err), Clock.systemUTC(), false))
                .run(arguments);
    }

    private static PrintStream stream(OutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
