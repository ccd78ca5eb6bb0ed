package dev.feedmill;

import dev.feedmill.app.CannotRunException;
import dev.feedmill.app.FollowedSites;
import dev.feedmill.app.ProcessContext;
import dev.feedmill.app.ProgressLine;
import dev.feedmill.app.SiteLog;
import dev.feedmill.app.SiteSummary;
import dev.feedmill.app.TrialScan;
import dev.feedmill.app.Wiring;
import dev.feedmill.config.Settings;
import dev.feedmill.export.ExportException;
import dev.feedmill.export.ExportResult;
import dev.feedmill.export.SiteExport;
import dev.feedmill.folder.FolderFollower;
import dev.feedmill.http.Answers;
import dev.feedmill.http.SiteConfiguration;
import dev.feedmill.http.message.ServerRules;
import dev.feedmill.http.message.UnusableSelectionException;
import dev.feedmill.library.Library;
import dev.feedmill.library.sql.LeaseHolder;
import dev.feedmill.library.sql.LibraryException;
import dev.feedmill.library.sql.LibraryUnavailableException;
import dev.feedmill.problem.Count;
import dev.feedmill.problem.PrintableText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export}: writes what the server would answer as files, for hosts without a server of one's own. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: feedmill export public ~/blog --base-url https://feeds.example.org"},
        sortOptions = false,
        description = {
            "Writes feeds, pages and files as the server would answer them into a folder, for a host that only serves"
                    + " files: GitHub or Cloudflare Pages, Netlify, nginx. Only what changed is written; what is gone"
                    + " is removed, and never a file that no export wrote. Needs --base-url or server.base-url.",
            "Answers to queries cannot be files: selections, search, the feed builder, deltas, the status. Pages of an"
                    + " export do not offer them."
        })
final class ExportCommand implements Callable<Integer> {
    private static final long PAUSE_MILLIS = 50;
    private final ProcessContext process;

    @Mixin
    private final SettingOptions options = new SettingOptions();

    @Parameters(
            index = "0",
            paramLabel = "TARGET",
            description = "The folder to write into: empty, or an earlier export.")
    String target = "";

    @Mixin
    private final FolderArgument argument = new FolderArgument();

    @Option(names = "--check", description = "Write nothing; print what is different, and exit 1 if anything is.")
    boolean check;

    ExportCommand(ProcessContext process) {
        this.process = process;
    }

    @Override
    public Integer call() throws CannotRunException, WrongSettingsException, InterruptedException, IOException {
        argument.into(options);
        Settings settings = options.settings(process);
        if (settings.server().baseUrl().isEmpty()) {
            process.err()
                    .println("feeds name the address at which they are served; say it with --base-url, or as"
                            + " server.base-url in the settings");
            return Main.WRONG_SETTINGS;
        }
        ExportResult result = export(settings);
        print(result);
        boolean isWhole = result.problems().isEmpty();
        return isWhole && (!check || result.isSame()) ? Main.DONE : Main.CANNOT;
    }

    private ExportResult export(Settings settings) throws CannotRunException, InterruptedException, IOException {
        Wiring wiring = new Wiring(settings);
        Path folder = wiring.folder();
        try (Library library = Library.openFor(
                LeaseHolder.ofThisProcess("export"),
                settings.library().leaseTime(),
                settings.library().data(),
                process.clock(),
                settings.stored())) {
            FollowedSites sites = wiring.sites(library, new SiteLog());
            FolderFollower follower = wiring.follower(folder, sites, library, process.clock());
            try (follower;
                    ProgressLine progress = ProgressLine.shownTo(process)) {
                if (!settings.library().acceptOtherFolder()) {
                    follower.requireKinship();
                }
                TrialScan.follow(follower, progress);
                awaitWords(settings, library);
            }
            ServerRules rules = settings.serving();
            SiteConfiguration site = wiring.presentation(settings.server().port())
                    .configuration(SiteSummary.of(sites.now()))
                    .withoutQueries();
            return SiteExport.into(
                    Path.of(target),
                    new Answers(rules, site, library, follower, wiring.media(), process.clock()),
                    library,
                    rules.named(),
                    rules.artwork(),
                    site.oldFeeds(),
                    check);
        } catch (LibraryException | LibraryUnavailableException | UnusableSelectionException | ExportException e) {
            throw new CannotRunException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Named selections may ask for words, which the folder's follower gathers after the first scan. */
    private static void awaitWords(Settings settings, Library library) throws InterruptedException {
        while (!settings.named().isEmpty() && !library.hasAllWords()) {
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private void print(ExportResult result) {
        if (check) {
            list("new", result.created());
            list("changed", result.changed());
            list("gone", result.removed());
        }
        result.notes().forEach(note -> process.err().println(PrintableText.line(note)));
        result.problems().forEach(problem -> process.err().println(PrintableText.line(problem)));
        process.out()
                .println(Count.of(result.created().size() + result.changed().size(), "file")
                        + (check ? " would be written, " : " written, ")
                        + result.removed().size() + (check ? " would be removed, " : " removed, ") + result.unchanged()
                        + " unchanged");
        process.out()
                .println(
                        "not in an export: selections by query, search, the feed builder, later parts of lists of names and of named"
                                + " selections, deltas,"
                                + " the status");
    }

    private void list(String what, List<String> paths) {
        paths.forEach(path -> process.out().println(PrintableText.line(what + ": " + path)));
    }
}
