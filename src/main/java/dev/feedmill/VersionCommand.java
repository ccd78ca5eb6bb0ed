package dev.feedmill;

import dev.feedmill.app.ProcessContext;
import picocli.CommandLine.Command;

/** {@code version}: prints what {@code --version} prints, since people try both. */
@Command(name = "version", mixinStandardHelpOptions = true, description = "Prints the version.")
final class VersionCommand implements Runnable {
    private final ProcessContext process;

    VersionCommand(ProcessContext process) {
        this.process = process;
    }

    @Override
    public void run() {
        for (String line : new VersionProvider().getVersion()) {
            process.out().println(line);
        }
    }
}
