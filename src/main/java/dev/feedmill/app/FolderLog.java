package dev.feedmill.app;

import dev.feedmill.folder.FolderFollower;
import dev.feedmill.folder.FolderLook;
import dev.feedmill.folder.FolderLook.Kind;
import dev.feedmill.folder.FolderStatus;
import dev.feedmill.log.FieldRecord;
import dev.feedmill.problem.Count;
import dev.feedmill.problem.Problem;
import dev.feedmill.report.ProblemLines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Logs the folder's state for the operator: each problem once, when it is found, identical ones in one line, and a
 * summary after the first scan and after each scan that found a change. Runs on the follower's thread.
 */
final class FolderLog {
    private static final String NAME = "dev.feedmill.articles";
    private static final Logger LOG = Logger.getLogger(NAME);

    private final FolderFollower follower;
    private final Path folder;
    private final String statusPage;
    private final IntSupplier maxLines;
    private final Map<String, List<Problem>> known = new HashMap<>();
    private boolean summarized;
    private boolean unavailable;

    /**
     * Creates a log that has reported nothing yet.
     *
     * @param statusPage URL of the status page
     * @param maxLines maximum number of problem lines after one look at the folder
     */
    FolderLog(FolderFollower follower, Path folder, String statusPage, IntSupplier maxLines) {
        this.follower = follower;
        this.folder = folder;
        this.statusPage = statusPage;
        this.maxLines = maxLines;
    }

    void looked(FolderLook look) {
        switch (look.kind()) {
            case FILES -> logNew(byFile(follower.problems(look.files())), look.files());
            case FAILED -> {
                unavailable = true;
                logNew(byFile(look.problems()), List.of());
            }
            case CHANGED, SAME -> compared(look.kind() == Kind.CHANGED);
        }
    }

    private void compared(boolean changed) {
        FolderStatus status = follower.statusOfFiles();
        Map<String, List<Problem>> problems = byFile(status.problems());
        if (unavailable) {
            unavailable = false;
            LOG.log(line(Level.INFO, folder + " is followed again", Map.of()));
        }
        logNew(problems, List.copyOf(known.keySet()));
        if (changed || !summarized) {
            summarized = true;
            LOG.log(summary(status, problems.size()));
        }
    }

    /**
     * Logs problems that are new.
     *
     * @param seen files whose known problems are replaced
     */
    private void logNew(Map<String, List<Problem>> problems, Iterable<String> seen) {
        List<Problem> fresh = new ArrayList<>();
        problems.forEach((file, found) -> found.stream()
                .filter(problem -> !known.getOrDefault(file, List.of()).contains(problem))
                .forEach(fresh::add));
        seen.forEach(known::remove);
        known.putAll(problems);
        List<ProblemLines.Line> lines = ProblemLines.joined(fresh);
        int most = maxLines.getAsInt();
        lines.stream().limit(most).forEach(line -> LOG.log(line(line)));
        if (lines.size() > most) {
            int rest = lines.stream()
                    .skip(most)
                    .mapToInt(ProblemLines.Line::places)
                    .sum();
            LOG.log(line(
                    Level.WARNING,
                    Count.of(rest, "more problem") + "; " + statusPage + " has all",
                    Map.of("rest", rest)));
        }
    }

    private FieldRecord line(ProblemLines.Line said) {
        boolean whole = said.at().file().equals(".");
        String file = whole ? folder.toString() : said.at().file();
        return line(
                whole ? Level.SEVERE : Level.WARNING,
                whole ? file + said.text().substring(1) : said.text(),
                Map.of(
                        "file", file,
                        "line", said.at().line(),
                        "kind", said.kind(),
                        "places", said.places()));
    }

    private FieldRecord summary(FolderStatus status, int files) {
        String counts = status.files() == 0 ? "the folder holds no article" : status.counts();
        String look = files == 0
                ? "no problems"
                : Count.of(files, "file") + " to look at (" + statusPage + ", or feedmill check " + folder + ")";
        return line(
                Level.INFO,
                folder + ": " + counts + "; " + look,
                Map.of(
                        "served", status.served(),
                        "hidden", status.hidden(),
                        "skipped", status.skipped().size(),
                        "toLookAt", files));
    }

    private static FieldRecord line(Level level, String message, Map<String, ?> fields) {
        return new FieldRecord(level, NAME, message, fields);
    }

    private static Map<String, List<Problem>> byFile(List<Problem> problems) {
        return problems.stream()
                .collect(Collectors.groupingBy(
                        problem -> problem.location().file(), java.util.LinkedHashMap::new, Collectors.toList()));
    }
}
