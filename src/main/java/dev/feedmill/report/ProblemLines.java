package dev.feedmill.report;

import dev.feedmill.library.query.HeldArticle;
import dev.feedmill.problem.Count;
import dev.feedmill.problem.Location;
import dev.feedmill.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Formats problems as lines that people and compiler-output parsers can read; merges identical problems. */
public final class ProblemLines {
    /** Up to this number, identical problems are listed line by line. */
    private static final int FEW = 3;

    private record Message(String kind, String text) {
        static Message of(Finding finding) {
            return new Message(finding.kind(), finding.message());
        }
    }

    /**
     * A problem of one location or of many.
     *
     * @param at the first location
     * @param kind of the problem, lower case, words joined by a hyphen
     * @param places number of locations
     */
    public record Line(Location at, String kind, int places, String text) {}

    private ProblemLines() {}

    public static List<String> of(List<Problem> problems) {
        return joined(problems).stream().map(Line::text).toList();
    }

    public static List<Line> joined(List<Problem> problems) {
        return lines(problems.stream()
                .map(problem -> Finding.of(problem, Finding.Severity.WARNING))
                .toList());
    }

    public static List<String> ofHeld(List<HeldArticle> articles) {
        return lines(articles.stream().map(Finding::of).toList()).stream()
                .map(Line::text)
                .toList();
    }

    private static List<Line> lines(List<Finding> findings) {
        Map<Message, List<Finding>> equal = new LinkedHashMap<>();
        for (Finding finding : findings) {
            equal.computeIfAbsent(Message.of(finding), message -> new ArrayList<>())
                    .add(finding);
        }
        List<Line> lines = new ArrayList<>();
        Set<Message> said = new HashSet<>();
        for (Finding finding : findings) {
            List<Finding> all = equal.getOrDefault(Message.of(finding), List.of());
            if (all.size() <= FEW) {
                lines.add(line(finding, 1, ""));
            } else if (said.add(Message.of(finding))) {
                String more = " (so in " + Count.of(all.size() - 1, "more place") + ": " + places(all) + ")";
                lines.add(line(finding, all.size(), more));
            }
        }
        return lines;
    }

    private static Line line(Finding first, int places, String more) {
        return new Line(first.at(), first.kind(), places, first + more);
    }

    private static String places(List<Finding> findings) {
        String few = findings.stream()
                .skip(1)
                .limit(FEW)
                .map(finding -> finding.at().toString())
                .collect(Collectors.joining(", "));
        return findings.size() > FEW + 1 ? few + ", …" : few;
    }
}
