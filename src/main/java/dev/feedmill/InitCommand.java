package dev.feedmill;

import dev.feedmill.app.CannotRunException;
import dev.feedmill.app.ProcessContext;
import dev.feedmill.app.Wiring;
import dev.feedmill.config.Settings;
import dev.feedmill.dialect.Sites;
import dev.feedmill.dialect.config.LastValidConfigurations;
import dev.feedmill.problem.PrintableText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code init}: writes a first settings file for a folder of articles. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: feedmill init --base-url https://feeds.example.org ~/blog"},
        sortOptions = false,
        description =
                "Writes a first settings file for the folder of articles, feedmill.yaml or the file that --config names,"
                        + " with what the other options say. It never overwrites a file.")
final class InitCommand implements Callable<Integer> {
    /** Where articles are if the command does not say; then the current folder. */
    private static final String ARTICLES = "articles";

    /** The library in the articles folder itself, where a name without a dot could be the generator's. */
    private static final String HIDDEN_LIBRARY = ".feedmill";

    private final ProcessContext process;

    @Mixin
    private final SettingOptions options = new SettingOptions();

    @Mixin
    private final FolderArgument argument = new FolderArgument();

    InitCommand(ProcessContext process) {
        this.process = process;
    }

    @Override
    public Integer call() throws CannotRunException, WrongSettingsException, IOException {
        argument.into(options);
        String known = options.file();
        Path file = Path.of(known == null ? SettingOptions.FILE_HERE : known);
        if (Files.exists(file)) {
            throw new CannotRunException(file + " is there already and stays as it is; --config names another file");
        }
        if (options.articles == null) {
            options.articles = Files.isDirectory(Path.of(ARTICLES)) ? ARTICLES : ".";
        }
        Settings settings = options.settingsWithoutFile(process);
        Wiring wiring = new Wiring(settings);
        Path folder = wiring.folder();
        if (options.data == null && isIn(folder, settings.library().data())) {
            options.data = HIDDEN_LIBRARY;
        }
        Sites sites = wiring.find(LastValidConfigurations.NONE);
        Files.writeString(file, NewSettings.text(options, folder, sites), StandardOpenOption.CREATE_NEW);
        sites.all().forEach(site -> process.out().println("found " + PrintableText.line(site.toString())));
        String named = options.config == null ? "" : " --config " + file;
        process.out().println("wrote " + file + "; next: feedmill check" + named + ", then feedmill serve" + named);
        return Main.DONE;
    }

    private static boolean isIn(Path folder, String data) {
        return !data.startsWith("jdbc:")
                && Path.of(data).toAbsolutePath().normalize().startsWith(folder);
    }
}
