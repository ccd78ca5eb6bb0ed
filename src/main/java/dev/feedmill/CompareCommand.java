package dev.feedmill;

import dev.feedmill.app.CannotRunException;
import dev.feedmill.app.ProcessContext;
import dev.feedmill.app.TrialScan;
import dev.feedmill.app.Wiring;
import dev.feedmill.config.Settings;
import dev.feedmill.library.Library;
import dev.feedmill.moving.FeedComparison;
import dev.feedmill.moving.FeedComparison.Line;
import dev.feedmill.moving.FeedComparison.Verdict;
import dev.feedmill.moving.OldFeed;
import dev.feedmill.moving.OldFeedReader;
import dev.feedmill.moving.UnreadableFeedException;
import dev.feedmill.problem.PrintableText;
import dev.feedmill.reading.header.ReadingRules.EntryIds;
import dev.feedmill.selection.Conditions;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.Page;
import dev.feedmill.selection.Selection;
import dev.feedmill.selection.Term;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code compare}: shows what subscribers of another publisher's feed would see if Feedmill served it instead. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: feedmill compare https://blog.example.org/atom.xml ~/blog"},
        sortOptions = false,
        description =
                "Compares the feed of another publisher with what comes of the folder: prints for each entry whether"
                        + " its readers know it again; exits 1 where they would see a difference.")
final class CompareCommand implements Callable<Integer> {
    private static final int AT_ONCE = 500;
    private final ProcessContext process;

    @Mixin
    private final SettingOptions options = new SettingOptions();

    @Parameters(
            index = "0",
            paramLabel = "OLD-FEED",
            description = "RSS, Atom or JSON, as a file or an http or https address.")
    String oldFeed = "";

    @Mixin
    private final FolderArgument argument = new FolderArgument();

    @Option(
            names = "--max-pages",
            paramLabel = "N",
            description = "Follow older entries for at most N documents (default: 1000).")
    int maxPages = 1000;

    @Option(names = "--max-size", paramLabel = "BYTES", description = "Refuse larger documents (default: 50000000).")
    long maxSize = 50_000_000;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "Give a document up that takes longer (default: 60).")
    int timeout = 60;

    CompareCommand(ProcessContext process) {
        this.process = process;
    }

    @Override
    public Integer call() throws InterruptedException, IOException, WrongSettingsException {
        try {
            return compare();
        } catch (CannotRunException e) {
            // Exit code 1 would mean that the feeds differ.
            process.err().println("feedmill: " + e.getMessage());
            return Main.WRONG_SETTINGS;
        }
    }

    private int compare() throws CannotRunException, WrongSettingsException, InterruptedException, IOException {
        argument.into(options);
        Settings settings = options.settings(process);
        if (maxPages < 1 || maxSize < 1 || timeout < 1) {
            process.err().println("--max-pages, --max-size and --timeout must be at least 1");
            return Main.WRONG_SETTINGS;
        }
        Path folder = new Wiring(settings).folder();
        OldFeed old = old();
        if (old == null) {
            return Main.WRONG_SETTINGS;
        }
        EntryIds ids = settings.reading().ids();
        Map<EntryIds, List<Line>> byRule = compared(settings, folder, old);
        List<Line> lines = byRule.getOrDefault(ids, List.of());
        lines.forEach(line -> process.out().println(text(line)));
        summarize(lines, byRule, ids);
        return count(lines, Verdict.SAME_ID) == lines.size() ? Main.DONE : Main.CANNOT;
    }

    private @Nullable OldFeed old() {
        OldFeedReader reader = new OldFeedReader(
                maxPages,
                maxSize,
                Duration.ofSeconds(timeout),
                note -> process.err().println(PrintableText.line(note)));
        try {
            return reader.read(oldFeed);
        } catch (UnreadableFeedException e) {
            process.err()
                    .println(PrintableText.line(
                            oldFeed + ": the old feed must be one that can be read: " + e.getMessage()));
            return null;
        }
    }

    /** Compares by the configured id rule and, if entries would turn unread, by the other rules. */
    private Map<EntryIds, List<Line>> compared(Settings settings, Path folder, OldFeed old)
            throws InterruptedException, IOException, CannotRunException {
        Map<EntryIds, List<Line>> byRule = new LinkedHashMap<>();
        EntryIds ids = settings.reading().ids();
        byRule.put(ids, compared(settings, ids, folder, old));
        for (EntryIds rule : EntryIds.values()) {
            List<Line> best = byRule.get(ids);
            if (best != null && count(best, Verdict.WILL_TURN_UNREAD) > 0 && !byRule.containsKey(rule)) {
                byRule.put(rule, compared(settings, rule, folder, old));
            }
        }
        return byRule;
    }

    private List<Line> compared(Settings settings, EntryIds rule, Path folder, OldFeed old)
            throws InterruptedException, IOException, CannotRunException {
        Wiring wiring = new Wiring(settings, rule);
        return TrialScan.of(
                "compare",
                wiring,
                folder,
                process,
                (sites, library, follower) -> FeedComparison.of(
                        old,
                        entries(library),
                        wiring.presentation(settings.server().port()).server()));
    }

    private static List<Entry> entries(Library library) {
        List<Entry> all = new ArrayList<>();
        Page page = library.page(Selection.newest(Term.EVERYTHING, AT_ONCE));
        all.addAll(page.entries());
        while (page.next() != null) {
            page = library.page(
                    new Selection(Conditions.under(Term.EVERYTHING), Selection.Order.PUBLISHED, page.next(), AT_ONCE));
            all.addAll(page.entries());
        }
        return all;
    }

    private static String text(Line line) {
        String title = line.entry().title().isEmpty()
                ? line.entry().link()
                : line.entry().title();
        String ids = line.verdict() == Verdict.WILL_TURN_UNREAD
                ? " (" + line.entry().id() + " is " + line.newId() + ")"
                : " (" + line.entry().id() + ")";
        return PrintableText.line(line.verdict() + ": " + title + ids);
    }

    private void summarize(List<Line> lines, Map<EntryIds, List<Line>> byRule, EntryIds now) {
        Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict, count(lines, verdict));
        }
        process.out()
                .println(lines.size() + (lines.size() == 1 ? " entry" : " entries") + ": "
                        + counts.get(Verdict.SAME_ID) + " " + Verdict.SAME_ID + ", "
                        + counts.get(Verdict.WILL_TURN_UNREAD) + " " + Verdict.WILL_TURN_UNREAD + ", "
                        + counts.get(Verdict.MISSING) + " " + Verdict.MISSING);
        EntryIds best = now;
        for (Map.Entry<EntryIds, List<Line>> rule : byRule.entrySet()) {
            List<Line> soFar = byRule.getOrDefault(best, List.of());
            if (count(rule.getValue(), Verdict.SAME_ID) > count(soFar, Verdict.SAME_ID)) {
                best = rule.getKey();
            }
        }
        long same = count(byRule.getOrDefault(best, List.of()), Verdict.SAME_ID);
        process.out()
                .println(
                        best.equals(now)
                                ? "articles.ids: " + now.word() + " is the setting that fits best"
                                : "articles.ids: " + best.word() + " would fit best: " + same + " " + Verdict.SAME_ID
                                        + ", not " + counts.get(Verdict.SAME_ID));
    }

    private static long count(List<Line> lines, Verdict verdict) {
        return lines.stream().filter(line -> line.verdict() == verdict).count();
    }
}
