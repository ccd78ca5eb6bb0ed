package dev.feedmill;

import dev.feedmill.config.Settings;
import dev.feedmill.dialect.config.ConfigFault;
import dev.feedmill.folder.FolderStatus;
import dev.feedmill.http.SelectedEntries;
import dev.feedmill.library.query.HeldArticle;
import dev.feedmill.problem.Count;
import dev.feedmill.problem.PrintableText;
import dev.feedmill.problem.Problem;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code check}: scans a folder as {@code serve} would, into a temporary library, and reports problems. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Prints every problem of a folder of articles, and what is held back; exits 1 where one would not be served.")
final class CheckCommand implements Callable<Integer> {
    private final ProcessContext process;

    @Mixin
    private final SettingOptions options = new SettingOptions();

    @Mixin
    private final FolderArgument argument = new FolderArgument();

    CheckCommand(ProcessContext process) {
        this.process = process;
    }

    @Override
    public Integer call() throws CannotRunException, InterruptedException, IOException {
        argument.into(options);
        Settings settings = options.settings(process);
        if (settings == null) {
            return Main.WRONG_SETTINGS;
        }
        Wiring wiring = new Wiring(settings);
        Checked checked = TrialScan.of(
                "check",
                wiring,
                wiring.folder(),
                process,
                (sites, library, follower) -> new Checked(
                        wiring.podcasts()
                                .problems(
                                        library,
                                        new SelectedEntries(
                                                library,
                                                settings.serving(),
                                                wiring
                                                        .presentation(settings.server()
                                                                .port())
                                                        .configuration(sites),
                                                process.clock()),
                                        wiring.media()),
                        sites.files().faults(),
                        follower.statusOfFiles(),
                        Stream.concat(follower.excludedArticles().stream(), follower.heldBack().stream())
                                .toList()));
        print(checked);
        boolean unsure = checked.faults().stream().anyMatch(fault -> fault.effect() == ConfigFault.Effect.HELD_BACK);
        return unsure || checked.status().skipped() > 0 ? Main.CANNOT : Main.DONE;
    }

    /**
     * Result of the check.
     *
     * @param podcasts problems that podcast directories would report
     * @param faults problems of configurations
     */
    private record Checked(
            List<Problem> podcasts, List<ConfigFault> faults, FolderStatus status, List<HeldArticle> held) {}

    private void print(Checked checked) {
        FolderStatus status = checked.status();
        checked.faults().forEach(fault -> process.out().println(PrintableText.line(fault.toString())));
        List<Problem> problems = Stream.concat(checked.podcasts().stream(), status.problems().stream())
                .toList();
        ProblemLines.of(problems).forEach(process.out()::println);
        ProblemLines.ofHeld(checked.held()).forEach(process.out()::println);
        Map<String, Integer> kinds = new TreeMap<>();
        problems.forEach(problem -> kinds.merge(problem.kind().label(), 1, Integer::sum));
        process.out()
                .println(Count.of(status.files(), "file") + ": " + status.served() + " served, " + status.hidden()
                        + " hidden, " + status.skipped() + " skipped");
        Map<HeldArticle.Extent, Integer> extents = new EnumMap<>(HeldArticle.Extent.class);
        checked.held().forEach(article -> extents.merge(article.extent(), 1, Integer::sum));
        extents.forEach((extent, count) -> process.out().println("  " + extent.words() + ": " + count));
        kinds.forEach((kind, count) -> process.out().println("  " + kind + ": " + count));
    }
}
