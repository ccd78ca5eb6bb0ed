package dev.feedmill;

import dev.feedmill.config.Settings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code serve}: runs until it is told to stop. */
@Command(
        name = "feedmill",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = "Turns a folder of articles into RSS, Atom and JSON feeds. Without a command it serves them.")
final class ServeCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    private volatile int code = Main.DONE;

    @Mixin
    private final SettingOptions options = new SettingOptions();

    ServeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CannotRunException, InterruptedException {
        Settings settings = options.settings(surroundings);
        if (settings == null) {
            return Main.WRONG_SETTINGS;
        }
        App app = start(settings);
        app.printFeeds(surroundings.out());
        String reason = app.awaitEnd();
        code = Main.CANNOT;
        throw new CannotRunException(reason);
    }

    private App start(Settings settings) throws CannotRunException, InterruptedException {
        try (ProgressLine progress = ProgressLine.shownTo(surroundings)) {
            App app = App.start(settings, surroundings.clock(), progress);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(app), "stop"));
            app.awaitFirstScan();
            return app;
        }
    }

    /** A signal ends the process with the signal's number; whoever runs a service wants 0 after a clean stop. */
    private void stop(App app) {
        app.close();
        surroundings.out().flush();
        Runtime.getRuntime().halt(code);
    }
}
