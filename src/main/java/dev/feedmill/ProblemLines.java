package dev.feedmill;

import dev.feedmill.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Problems as lines for people and for compilers' readers; what is said of many places is said once. */
final class ProblemLines {
    /** So many equal ones are still told line by line. */
    private static final int FEW = 3;

    private record Saying(Problem.Kind kind, String message) {}

    private ProblemLines() {}

    static List<String> of(List<Problem> problems) {
        Map<Saying, List<Problem>> equal = new LinkedHashMap<>();
        for (Problem problem : problems) {
            equal.computeIfAbsent(new Saying(problem.kind(), problem.message()), saying -> new ArrayList<>())
                    .add(problem);
        }
        List<String> lines = new ArrayList<>();
        Set<Saying> said = new HashSet<>();
        for (Problem problem : problems) {
            Saying saying = new Saying(problem.kind(), problem.message());
            List<Problem> all = equal.getOrDefault(saying, List.of());
            if (all.size() <= FEW) {
                lines.add(problem.toString());
            } else if (said.add(saying)) {
                lines.add(problem + " (so in " + Count.of(all.size() - 1, "more place") + ": " + places(all) + ")");
            }
        }
        return lines;
    }

    private static String places(List<Problem> problems) {
        String few = problems.stream()
                .skip(1)
                .limit(FEW)
                .map(problem -> problem.location().toString())
                .collect(Collectors.joining(", "));
        return problems.size() > FEW + 1 ? few + ", …" : few;
    }
}
