package dev.feedmill.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.problem.Location;
import dev.feedmill.problem.Problem;
import dev.feedmill.problem.Problem.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProblemLinesTest {
    private static List<Problem> undated(int files) {
        return new ArrayList<>(IntStream.rangeClosed(1, files)
                .mapToObj(i -> new Problem(new Location(i + ".md", 2), Kind.DATE, "the article names no date"))
                .toList());
    }

    @Test
    void a_problem_of_a_thousand_files_is_one_line() {
        List<Problem> problems = undated(1000);
        problems.add(500, new Problem(new Location("500.md", 7), Kind.TITLE, "'title' must not be empty"));
        assertThat(ProblemLines.of(problems))
                .containsExactly(
                        "1.md:2: the article names no date (so in 999 more places: 2.md:2, 3.md:2, 4.md:2, …)",
                        "500.md:7: 'title' must not be empty");
    }

    @Test
    void few_problems_are_listed_one_by_one() {
        assertThat(ProblemLines.of(undated(3)))
                .containsExactly(
                        "1.md:2: the article names no date",
                        "2.md:2: the article names no date",
                        "3.md:2: the article names no date");
        assertThat(ProblemLines.of(undated(4)))
                .containsExactly("1.md:2: the article names no date (so in 3 more places: 2.md:2, 3.md:2, 4.md:2)");
    }
}
