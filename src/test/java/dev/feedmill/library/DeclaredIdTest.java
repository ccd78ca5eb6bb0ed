package dev.feedmill.library;

import static dev.feedmill.library.Moments.came;
import static dev.feedmill.library.Moments.filled;
import static dev.feedmill.library.Moments.ids;
import static dev.feedmill.library.Moments.moved;
import static dev.feedmill.library.Moments.named;
import static dev.feedmill.library.Moments.problems;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whose article a file is that declares an id, or whose article declared one. */
class DeclaredIdTest {
    private final MutableClock clock = new MutableClock("2024-06-01T00:00:00Z");

    @ParameterizedTest
    @EnumSource
    void a_declared_id_goes_before_path_and_bytes(Databases database) {
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
}
