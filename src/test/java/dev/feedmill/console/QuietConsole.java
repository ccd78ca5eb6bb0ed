package dev.feedmill.console;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.logging.LogManager;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Keeps off the console what tests print that pass. All that is printed goes to the file that the system property {@code
 * test.output} names; without it, as in an editor, nothing is changed.
 */
public final class QuietConsole implements LauncherSessionListener {
    private @Nullable OutputFile output;
    private @Nullable PrintStream out;
    private @Nullable PrintStream err;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        String name = System.getProperty("test.output", "");
        if (name.isEmpty()) {
            return;
        }
        try {
            output = new OutputFile(Path.of(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out = System.out;
        err = System.err;
        System.setOut(output.stream());
        System.setErr(output.stream());
        try {
            // Java's own log took hold of the console when it was first used.
            LogManager.getLogManager().readConfiguration();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        session.getLauncher().registerTestExecutionListeners(new ConsoleReport(out, output));
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (output != null) {
            System.setOut(out);
            System.setErr(err);
            output.close();
        }
    }
}
