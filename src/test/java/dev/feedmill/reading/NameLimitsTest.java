package dev.feedmill.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.article.Article;
import dev.feedmill.problem.Parsed;
import dev.feedmill.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NameLimitsTest {
    private static Parsed.Read<Article> read(String keys) {
        String text = "---\ntitle: T\ndate: 2024-01-01\n" + keys + "---\n\nWords.\n";
        Parsed<Article> parsed = Readers.read("a.md", text);
        assertThat(parsed).isInstanceOf(Parsed.Read.class);
        return (Parsed.Read<Article>) parsed;
    }

    private static String names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "n" + i).collect(Collectors.joining(", ", "[", "]"));
    }

    private static List<String> messages(Parsed.Read<Article> read) {
        return read.problems().stream().map(Problem::toString).toList();
    }

    @Test
    void categories_deep_within_one_another_are_cut() {
        Parsed.Read<Article> read = read("categories: " + names(4_000) + "\n");
        assertThat(read.value().categories()).hasSize(1);
        assertThat(read.value().categories().get(0).names()).hasSize(10).endsWith("n9");
        assertThat(messages(read))
                .containsExactly("a.md:4: 'categories' must have at most 10 names within one another, not 4000;"
                        + " deeper ones are left out");
    }

    @Test
    void of_many_names_the_first_are_taken() {
        Parsed.Read<Article> read = read("tags: " + names(3_000) + "\nauthors: " + names(101) + "\n");
        assertThat(read.value().tags()).hasSize(100).endsWith("n99");
        assertThat(read.value().authors()).hasSize(100);
        assertThat(messages(read))
                .containsExactly(
                        "a.md:4: 'tags' must have at most 100 names, not 3000; the last 2900 are left out",
                        "a.md:5: 'authors' must have at most 100 names, not 101; the last 1 are left out");
    }

    @Test
    void names_above_a_category_count_once() {
        String paths = IntStream.range(0, 200)
                .mapToObj(i -> "  - [a, b, c" + i + "]\n")
                .collect(Collectors.joining("", "categories:\n", ""));
        Parsed.Read<Article> read = read(paths);
        assertThat(read.value().categories()).hasSize(98);
        assertThat(messages(read))
                .containsExactly("a.md:4: 'categories' must have at most 100 names, parents included;"
                        + " the last 102 of 200 are left out");
    }

    @Test
    void what_is_within_the_limits_is_no_problem() {
        Parsed.Read<Article> read = read("categories: " + names(10) + "\ntags: " + names(100) + "\nauthor: A\n");
        assertThat(messages(read)).isEmpty();
        assertThat(read.value().tags()).hasSize(100);
    }
}
