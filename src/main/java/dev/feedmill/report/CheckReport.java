package dev.feedmill.report;

import dev.feedmill.dialect.config.ConfigFault;
import dev.feedmill.folder.FolderStatus;
import dev.feedmill.library.query.HeldArticle;
import dev.feedmill.problem.Location;
import dev.feedmill.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The result of a check.
 *
 * @param podcasts problems that podcast directories would report
 * @param faults problems of configurations
 */
public record CheckReport(
        List<Problem> podcasts, List<ConfigFault> faults, FolderStatus status, List<HeldArticle> held) {

    /** Whether all articles are served that their authors do not hold back. */
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
                        held.stream().map(CheckReport::finding))
                .flatMap(found -> found)
                .toList();
    }

    private static boolean holdsBack(ConfigFault fault) {
        return fault.effect() == ConfigFault.Effect.HELD_BACK;
    }

    private static Finding finding(ConfigFault fault) {
        Problem problem = fault.asProblem();
        Finding.Severity severity = holdsBack(fault) ? Finding.Severity.ERROR : Finding.Severity.WARNING;
        return new Finding(problem.location(), severity, problem.kind().label(), problem.message());
    }

    private Finding finding(Problem problem) {
        Location at = problem.location();
        boolean isLost = status.skipped().contains(at.file());
        return new Finding(
                at,
                isLost ? Finding.Severity.ERROR : Finding.Severity.WARNING,
                problem.kind().label(),
                problem.message());
    }

    private static Finding finding(HeldArticle article) {
        String kind = article.extent().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Finding(article.at(), Finding.Severity.NOTE, kind, article.message());
    }
}
