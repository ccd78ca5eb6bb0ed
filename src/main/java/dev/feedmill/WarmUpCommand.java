package dev.feedmill;

import dev.feedmill.app.App;
import dev.feedmill.app.CannotRunException;
import dev.feedmill.app.ProcessContext;
import dev.feedmill.app.ProgressLine;
import dev.feedmill.config.Settings;
import dev.feedmill.log.Log;
import dev.feedmill.log.LogRules;
import dev.feedmill.runtime.TemporaryFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * {@code warm-up}: runs the server briefly and requests one of everything, so that the JVM can write the loaded classes
 * into a CDS archive. Exits normally: a halt would leave the archive unwritten.
 */
@Command(
        name = "warm-up",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: feedmill warm-up"},
        description = {
            "Serves a few samples to itself and ends. With java's -XX:ArchiveClassesAtExit=FILE it makes a class"
                    + " archive, with which -XX:SharedArchiveFile=FILE starts faster."
        })
final class WarmUpCommand implements Callable<Integer> {
    private static final List<String> ARTICLES = List.of("yaml.md", "toml.md", "json.md", "page.txt");
    private static final String SETTINGS = "feedmill.yaml";
    private final ProcessContext process;

    WarmUpCommand(ProcessContext process) {
        this.process = process;
    }

    @Override
    public Integer call() throws CannotRunException, InterruptedException, IOException {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        Log.to(new PrintStream(log, true, StandardCharsets.UTF_8), LogRules.DEFAULTS);
        boolean done = false;
        try (TemporaryFolder temporary = TemporaryFolder.create("feedmill-warm-up")) {
            Path articles = Files.createDirectory(temporary.path().resolve("articles"));
            for (String article : ARTICLES) {
                copy(article, articles);
            }
            copy(SETTINGS, temporary.path());
            Settings settings = settings(temporary.path());
            int answers = live(settings);
            answers += live(settings); // a start with an existing library runs other code than the first
            process.out().println("Feedmill warmed up with " + answers + " requests");
            done = true;
        } finally {
            if (!done) {
                process.err().print(log.toString(StandardCharsets.UTF_8));
            }
        }
        return Main.DONE;
    }

    /** Reads settings as {@code serve} does, but without the environment. */
    private Settings settings(Path folder) throws CannotRunException {
        SettingOptions options = new SettingOptions();
        options.config = folder.resolve(SETTINGS).toString();
        options.articles = folder.resolve("articles").toString();
        options.data = folder.resolve("data").toString();
        try {
            return options.settings(
                    new ProcessContext(Map.of(), process.out(), process.err(), process.clock(), process.terminal()));
        } catch (WrongSettingsException e) {
            throw new CannotRunException("the samples' own settings are wrong", e);
        }
    }

    private int live(Settings settings) throws CannotRunException, InterruptedException, IOException {
        try (App app = App.start(settings, process.clock(), ProgressLine.SILENT)) {
            app.awaitFirstScan();
            app.printFeeds(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
            return new WarmUpClient(app.port()).requestAll();
        }
    }

    private static void copy(String name, Path folder) throws IOException {
        try (InputStream in = WarmUpCommand.class.getResourceAsStream("samples/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks the sample " + name);
            }
            Files.copy(in, folder.resolve(name));
        }
    }
}
