package dev.feedmill;

import dev.feedmill.app.App;
import dev.feedmill.app.CannotRunException;
import dev.feedmill.app.ProcessContext;
import dev.feedmill.app.ProgressLine;
import dev.feedmill.config.Settings;
import dev.feedmill.log.Log;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code serve}: runs the server until a signal stops it. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: feedmill serve --port 8000 ~/blog"},
        versionProvider = VersionProvider.class,
        sortOptions = false,
        description =
                "Turns a folder of articles into RSS, Atom and JSON feeds, and serves them. Without a command it serves.")
final class ServeCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);
    private final ProcessContext process;
    private volatile @Nullable App running;
    private volatile int code = Main.DONE;

    @Mixin
    private final SettingOptions options = new SettingOptions();

    @Mixin
    private final FolderArgument argument = new FolderArgument();

    ServeCommand(ProcessContext process) {
        this.process = process;
    }

    @Override
    public Integer call() throws CannotRunException, WrongSettingsException, InterruptedException {
        argument.into(options);
        SettingsFollower follower = new SettingsFollower(options, process);
        Settings settings = follower.first();
        Log.to(process.err(), settings.log());
        follower.noteSignals();
        // Comes first, because a signal may arrive at any moment.
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        try {
            App app = start(settings, follower);
            app.printFeeds(process.out());
            throw new CannotRunException(app.awaitEnd());
        } finally {
            code = Main.CANNOT;
        }
    }

    private App start(Settings settings, SettingsFollower follower) throws CannotRunException, InterruptedException {
        try (ProgressLine progress = ProgressLine.shownTo(process)) {
            App app = App.start(settings, process.clock(), progress);
            running = app;
            follower.start(app);
            app.awaitFirstLook();
            return app;
        }
    }

    /** Exits with 0. The JVM would exit with the signal's number, but service managers expect 0 after a clean stop. */
    private void stop() {
        try {
            App app = running;
            if (app != null) {
                app.close();
            }
        } catch (RuntimeException e) {
            LOG.error("could not stop in order", e);
        } finally {
            process.out().flush();
            process.err().flush();
            Runtime.getRuntime().halt(code);
        }
    }
}
