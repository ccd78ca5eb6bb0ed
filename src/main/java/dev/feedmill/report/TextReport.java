package dev.feedmill.report;

import dev.feedmill.folder.FolderStatus;
import dev.feedmill.library.query.HeldArticle;
import dev.feedmill.problem.Count;
import dev.feedmill.problem.PrintableText;
import dev.feedmill.problem.Problem;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A check's result for people: a line for each problem and held back article, then counts. */
final class TextReport {
    private TextReport() {}

    static void print(CheckReport report, PrintStream out) {
        report.faults().forEach(fault -> out.println(PrintableText.line(fault.toString())));
        List<Problem> problems = report.problems();
        ProblemLines.of(problems).forEach(out::println);
        ProblemLines.ofHeld(report.held()).forEach(out::println);
        FolderStatus status = report.status();
        out.println(Count.of(status.files(), "file") + ": " + status.counts());
        Map<HeldArticle.Extent, Integer> extents = new EnumMap<>(HeldArticle.Extent.class);
        report.held().forEach(article -> extents.merge(article.extent(), 1, Integer::sum));
        extents.forEach((extent, count) -> out.println("  " + extent.words() + ": " + count));
        Map<String, Integer> kinds = new TreeMap<>();
        problems.forEach(problem -> kinds.merge(problem.kind().label(), 1, Integer::sum));
        kinds.forEach((kind, count) -> out.println("  " + kind + ": " + count));
    }
}
