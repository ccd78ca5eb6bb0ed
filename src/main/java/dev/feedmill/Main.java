package dev.feedmill;

import dev.feedmill.app.CannotRunException;
import dev.feedmill.app.ProcessContext;
import dev.feedmill.log.Log;
import dev.feedmill.log.LogRules;
import dev.feedmill.log.ShutdownLogging;
import dev.feedmill.runtime.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;

/**
 * Entry point: parses the arguments and ends with an exit code.
 *
 * <p>0 = done, or stopped by a signal; 1 = it cannot run here (port, folder, data), or {@code check} found an article
 * that would not be served; 2 = the arguments or settings are wrong.
 */
public final class Main {
    static final int DONE = 0;
    static final int CANNOT = 1;
    static final int WRONG_SETTINGS = 2;

    private static final List<String> VARIABLES = List.of(
            "",
            "Every setting has an environment variable too: that of server.base-url is FEEDMILL_SERVER_BASE_URL. Options"
                    + " override variables, which override the settings file, which overrides the defaults.");

    private final ProcessContext process;

    Main(ProcessContext process) {
        this.process = process;
    }

    public static void main(String[] args) {
        // Otherwise Jetty would start the platform's management beans to learn this number.
        System.setProperty("org.eclipse.jetty.util.referencesPerCacheLine", "16");
        System.setProperty("java.util.logging.manager", ShutdownLogging.class.getName());
        ProcessContext real = new ProcessContext(
                System.getenv(),
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                Clock.systemUTC(),
                Terminal.isThere());
        Log.to(real.err(), LogRules.DEFAULTS);
        int code = new Main(real).run(args);
        if (code != DONE) {
            System.exit(code);
        }
    }

    /** Runs one command to its end; returns the exit code. */
    int run(String... args) {
        try {
            return execute(args);
        } catch (OutOfMemoryError e) {
            // Threads that were started before the failure would keep the process alive.
            process.err().println("feedmill: cannot run here: " + e.getMessage());
            return CANNOT;
        }
    }

    private int execute(String... args) {
        return commands()
                .setOut(process.outWriter())
                .setErr(process.errWriter())
                .setExecutionExceptionHandler(this::fault)
                .execute(args);
    }

    /** All commands, each once; completion of command lines is generated from it. */
    CommandLine commands() {
        CommandLine all = new CommandLine(new ServeCommand(process))
                .setCommandName("feedmill")
                .addSubcommand("serve", new ServeCommand(process))
                .addSubcommand("check", new CheckCommand(process))
                .addSubcommand("feeds", new FeedsCommand(process))
                .addSubcommand("init", new InitCommand(process))
                .addSubcommand("compare", new CompareCommand(process))
                .addSubcommand("export", new ExportCommand(process))
                .addSubcommand("ids", new IdsCommand(process))
                .addSubcommand("health", new HealthCommand(process))
                .addSubcommand("warm-up", new WarmUpCommand(process))
                .addSubcommand("generate-completion", new AutoComplete.GenerateCompletion())
                .addSubcommand("version", new VersionCommand(process))
                .addSubcommand("help", new CommandLine.HelpCommand())
                .setCaseInsensitiveEnumValuesAllowed(true);
        explainVariables(all);
        all.getSubcommands().values().forEach(Main::explainVariables);
        return all;
    }

    /** Adds the rule for environment variables to the help of a command that reads settings. */
    private static void explainVariables(CommandLine command) {
        CommandLine.Model.CommandSpec spec = command.getCommandSpec();
        if (spec.findOption(SettingOptions.CONFIG) != null) {
            List<String> footer = new ArrayList<>(List.of(spec.usageMessage().footer()));
            footer.addAll(VARIABLES);
            spec.usageMessage().footer(footer.toArray(String[]::new));
        }
    }

    private int fault(Exception fault, CommandLine command, CommandLine.ParseResult result) throws Exception {
        if (fault instanceof WrongSettingsException) {
            return WRONG_SETTINGS;
        }
        if (fault instanceof CannotRunException) {
            process.err().println("feedmill: " + fault.getMessage());
            return CANNOT;
        }
        if (fault instanceof FileSystemException file) {
            String reason = file.getReason() == null ? file.getClass().getSimpleName() : file.getReason();
            process.err().println("feedmill: cannot run here: " + file.getFile() + ": " + reason);
            return CANNOT;
        }
        throw fault;
    }

    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }
}
