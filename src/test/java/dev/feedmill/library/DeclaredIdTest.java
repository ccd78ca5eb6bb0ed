package dev.feedmill.library;

import static dev.feedmill.library.LibraryTest.store;
import static dev.feedmill.library.Moments.came;
import static dev.feedmill.library.Moments.filled;
import static dev.feedmill.library.Moments.ids;
import static dev.feedmill.library.Moments.moved;
import static dev.feedmill.library.Moments.named;
import static dev.feedmill.library.Moments.problems;
import static dev.feedmill.library.Moments.refused;
import static dev.feedmill.library.Moments.slugs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.problem.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Identity of files that declare an id, or whose articles declared one. */
class DeclaredIdTest {
    private final MutableClock clock = new MutableClock("2024-06-01T00:00:00Z");

    @ParameterizedTest
    @EnumSource
    void a_declared_id_takes_precedence_over_path_and_bytes(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            Map<String, String> ids = filled(
                    library,
                    named("1.md", "Ann").id("ann-1"),
                    named("2.md", "Bob").id("bob-1"));

            came(
                    library,
                    named("1.md", "Bob 2").id("bob-1"),
                    named("2.md", "Ann 2").id("ann-1"));
            assertThat(ids(library)).isEqualTo(Map.of("Ann 2", ids.get("Ann"), "Bob 2", ids.get("Bob")));
            assertThat(problems(library)).isEmpty();

            moved(library, List.of("1.md"), named("9.md", "Bob 3").id("bob-1"));
            assertThat(ids(library)).isEqualTo(Map.of("Ann 2", ids.get("Ann"), "Bob 3", ids.get("Bob")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_file_without_the_id_of_its_article_is_another_article_unless_the_text_is_similar(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            Draft ann = named("1.md", "Ann").id("ann-1");
            Draft bob = named("2.md", "Bob").published("2024-02-02T00:00:00Z");
            Map<String, String> ids = filled(library, ann, bob);
            Map<String, String> slugs = slugs(library);

            moved(library, List.of("2.md"), bob.at("1.md").tags("new"));
            assertThat(ids(library)).as("by its text").isEqualTo(Map.of("Bob", ids.get("Bob")));
            came(library, ann.at("3.md"));
            assertThat(ids(library)).isEqualTo(ids);
            assertThat(slugs(library)).isEqualTo(slugs);

            came(library, named("3.md", "Ann").tags("new"), bob.at("1.md").id("bob-1"));
            assertThat(ids(library)).doesNotContainValue(ids.get("Ann")).doesNotContainValue(ids.get("Bob"));
            assertThat(slugs(library)).as("only their ids changed").isEqualTo(slugs);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_file_that_declares_an_id_takes_no_former_path_of_another_article(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            Draft ann = named("1.md", "Ann");
            Draft bob = named("2.md", "Bob");
            Map<String, String> ids = filled(library, ann, bob);
            moved(library, List.of("2.md"), bob.at("3.md"));
            moved(library, List.of("1.md", "3.md"));

            Draft cid = named("1.md", "Cid").id("cid-1").published("2024-02-02T00:00:00Z");
            Draft dan = named("2.md", "Dan").id("dan-1").published("2024-02-03T00:00:00Z");
            came(library, cid, dan);
            came(library, ann.at("8.md"), bob.at("9.md"));
            assertThat(ids(library)).as("where it last or first stood").containsAllEntriesOf(ids);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_declared_id_takes_precedence_over_a_path_whose_file_is_unreadable(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            Map<String, String> ids = filled(library, named("1.md", "Ann").id("ann-1"), named("2.md", "Bob"));

            store(
                    library,
                    List.of(),
                    List.of(
                            refused("1.md", "broken bytes"),
                            named("2.md", "Ann 2").id("ann-1").reading()));
            assertThat(ids(library)).isEqualTo(Map.of("Ann 2", ids.get("Ann")));
            assertThat(problems(library)).extracting(Problem::message).containsExactly("cannot be read");
        }
    }
}
