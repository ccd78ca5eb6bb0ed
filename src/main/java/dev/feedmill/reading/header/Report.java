package dev.feedmill.reading.header;

import dev.feedmill.problem.Location;
import dev.feedmill.problem.Problem;
import dev.feedmill.problem.Problem.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Problems of one file, collected while it is read. */
public final class Report {
    private final String file;
    private final int maxMessageLength;
    private final List<Problem> problems = new ArrayList<>();

    /**
     * Creates an empty report.
     *
     * @param maxMessageLength longer messages are shortened in the middle
     */
    public Report(String file, int maxMessageLength) {
        this.file = file;
        this.maxMessageLength = maxMessageLength;
    }

    public String file() {
        return file;
    }

    public void add(int line, Kind kind, String message) {
        add(new Problem(new Location(file, line), kind, message));
    }

    /** Reports that a kind of problem occurred more often than is listed. */
    public void addMore(int line, Kind kind, int count) {
        add(line, kind, count == 1 ? "and one more of this kind" : "and " + count + " more of this kind");
    }

    public void addAll(List<Problem> more) {
        more.forEach(this::add);
    }

    private void add(Problem problem) {
        problems.add(problem.shortened(maxMessageLength));
    }

    public List<Problem> problems() {
        return problems.stream()
                .distinct()
                .sorted(Comparator.comparingInt(p -> p.location().line()))
                .toList();
    }
}
