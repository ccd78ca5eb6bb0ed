package dev.feedmill.report;

import dev.feedmill.dialect.config.ConfigFault;
import dev.feedmill.folder.FolderStatus;
import dev.feedmill.library.query.HeldArticle;
import dev.feedmill.problem.Problem;
import java.util.List;
import java.util.stream.Stream;

/**
 * The result of a check.
 *
 * @param podcasts problems that podcast directories would report
 * @param faults problems of configurations
 */
public record CheckReport(
        List<Problem> podcasts, List<ConfigFault> faults, FolderStatus status, List<HeldArticle> held) {

    /** Whether every article is served that its author does not hold back. */
    public boolean isGood() {
        return status.skipped().isEmpty() && faults.stream().noneMatch(CheckReport::holdsBack);
    }

    /** A copy without articles that are held back. */
    public CheckReport withoutHeld() {
        return new CheckReport(podcasts, faults, status, List.of());
    }

    /** The problems of articles. */
    List<Problem> problems() {
        return Stream.concat(podcasts.stream(), status.problems().stream()).toList();
    }

    /** Everything found: in configurations, then in articles, then what is held back. */
    List<Finding> findings() {
        return Stream.of(
                        faults.stream().map(CheckReport::finding),
                        problems().stream().map(this::finding),
                        held.stream().map(Finding::of))
                .flatMap(found -> found)
                .toList();
    }

    private static boolean holdsBack(ConfigFault fault) {
        return fault.effect() == ConfigFault.Effect.HELD_BACK;
    }

    private static Finding finding(ConfigFault fault) {
        return Finding.of(fault.asProblem(), holdsBack(fault) ? Finding.Severity.ERROR : Finding.Severity.WARNING);
    }

    private Finding finding(Problem problem) {
        boolean isLost = status.skipped().contains(problem.location().file());
        return Finding.of(problem, isLost ? Finding.Severity.ERROR : Finding.Severity.WARNING);
    }
}
