package dev.feedmill;

import dev.feedmill.app.CannotRunException;
import dev.feedmill.app.ProcessContext;
import dev.feedmill.app.SiteSummary;
import dev.feedmill.app.TrialScan;
import dev.feedmill.app.Version;
import dev.feedmill.app.Wiring;
import dev.feedmill.config.Settings;
import dev.feedmill.http.SelectedEntries;
import dev.feedmill.report.CheckReport;
import dev.feedmill.report.ReportFormat;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code check}: scans a folder as {@code serve} would, into a temporary library, and reports problems. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: feedmill check --quiet ~/blog"},
        sortOptions = false,
        description =
                "Prints every problem of a folder of articles, and what is held back; exits 1 where one would not be served.")
final class CheckCommand implements Callable<Integer> {
    private final ProcessContext process;

    @Mixin
    private final SettingOptions options = new SettingOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "How to print what is found: text, json, github or sarif (default: text).")
    private ReportFormat format = ReportFormat.TEXT;

    @Option(names = "--quiet", description = "Leave out what authors hold back.")
    private boolean quiet;

    @Mixin
    private final FolderArgument argument = new FolderArgument();

    CheckCommand(ProcessContext process) {
        this.process = process;
    }

    @Override
    public Integer call() throws CannotRunException, WrongSettingsException, InterruptedException, IOException {
        argument.into(options);
        Settings settings = options.settings(process);
        Wiring wiring = new Wiring(settings);
        CheckReport report = TrialScan.of(
                "check",
                wiring,
                wiring.folder(),
                process,
                (sites, library, follower) -> new CheckReport(
                        wiring.podcasts()
                                .problems(
                                        library,
                                        new SelectedEntries(
                                                library,
                                                settings.serving(),
                                                wiring.presentation(settings.server()
                                                                .port())
                                                        .configuration(SiteSummary.of(sites)),
                                                process.clock()),
                                        wiring.media()),
                        sites.files().faults(),
                        follower.statusOfFiles(),
                        Stream.concat(follower.excludedArticles().stream(), follower.heldBack().stream())
                                .toList()));
        format.print(quiet ? report.withoutHeld() : report, wiring.folder(), Version.number(), process.out());
        return report.isGood() ? Main.DONE : Main.CANNOT;
    }
}
