package dev.feedmill;

import dev.feedmill.address.Format;
import dev.feedmill.app.CannotRunException;
import dev.feedmill.app.FeedList;
import dev.feedmill.app.ProcessContext;
import dev.feedmill.app.TrialScan;
import dev.feedmill.app.Wiring;
import dev.feedmill.config.Settings;
import dev.feedmill.library.Terms;
import dev.feedmill.selection.TermCount;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code feeds}: prints the addresses of all feeds, beside a running server or before its first start. */
@Command(
        name = "feeds",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: feedmill feeds --format atom ~/blog"},
        sortOptions = false,
        description =
                "Prints the addresses of all feeds, with their titles and numbers of articles: from the library, or"
                        + " from the folder if there is no library yet.")
final class FeedsCommand implements Callable<Integer> {
    private final ProcessContext process;

    @Mixin
    private final SettingOptions options = new SettingOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "The format of the feeds: rss, atom or json (default: rss).")
    private Format format = Format.RSS;

    @Mixin
    private final FolderArgument argument = new FolderArgument();

    FeedsCommand(ProcessContext process) {
        this.process = process;
    }

    @Override
    public Integer call() throws CannotRunException, WrongSettingsException, InterruptedException, IOException {
        argument.into(options);
        Settings settings = options.settings(process);
        Wiring wiring = new Wiring(settings);
        Optional<List<TermCount>> stored = wiring.fromLibrary(Terms::listedIn);
        List<TermCount> listed = stored.isPresent()
                ? stored.get()
                : TrialScan.of(
                        "feeds",
                        wiring,
                        wiring.folder(),
                        process,
                        (sites, library, follower) -> library.terms().listed());
        new FeedList(wiring.presentation(settings.server().port()).server(), settings.named(), listed)
                .printAll(format, process.out());
        return Main.DONE;
    }
}
