package dev.feedmill.library;

import static dev.feedmill.library.LibraryTest.all;
import static dev.feedmill.library.LibraryTest.rows;
import static dev.feedmill.library.LibraryTest.store;
import static dev.feedmill.library.Moments.came;
import static dev.feedmill.library.Moments.filled;
import static dev.feedmill.library.Moments.idOf;
import static dev.feedmill.library.Moments.ids;
import static dev.feedmill.library.Moments.moved;
import static dev.feedmill.library.Moments.named;
import static dev.feedmill.library.Moments.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.library.identity.ChangedFile;
import dev.feedmill.library.identity.FileState;
import dev.feedmill.library.identity.FolderChange;
import dev.feedmill.library.identity.Identities;
import dev.feedmill.library.identity.IdentityResolver;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Identity of files that cannot be read. */
class UnreadableIdentityTest {
    private final MutableClock clock = new MutableClock("2024-06-01T00:00:00Z");

    @ParameterizedTest
    @EnumSource
    void a_file_that_became_unreadable_and_moved_is_the_same_article_once_repaired(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            String id = filled(library, named("a.md", "Ann")).get("Ann");

            store(library, List.of(), List.of(refused("a.md", "broken bytes")));
            store(library, rows(library, "a.md"), List.of(refused("b.md", "broken bytes")));
            assertThat(all(library).entries()).isEmpty();
            came(library, named("b.md", "Ann, mended"));
            assertThat(ids(library)).isEqualTo(Map.of("Ann, mended", id));

            store(library, List.of(), List.of(refused("b.md", "")));
            moved(library, List.of("b.md"), named("c.md", "Ann, mended"));
            assertThat(ids(library)).as("by the bytes from before").isEqualTo(Map.of("Ann, mended", id));
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_unreadable_file_that_returns_keeps_its_article_until_it_is_repaired(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            String id = filled(library, named("a.md", "Ann")).get("Ann");
            store(library, List.of(), List.of(refused("a.md", "broken bytes")));

            moved(library, List.of("a.md"));
            store(library, List.of(), List.of(refused("elsewhere.md", "broken bytes")));
            assertThat(all(library).entries()).isEmpty();
            came(library, named("elsewhere.md", "Ann, mended"));
            assertThat(ids(library)).isEqualTo(Map.of("Ann, mended", id));

            moved(library, List.of("elsewhere.md"));
            store(library, List.of(), List.of(refused("elsewhere.md", "other bytes")));
            came(library, named("elsewhere.md", "Ann"));
            assertThat(ids(library)).as("by its path").isEqualTo(Map.of("Ann", id));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_file_that_was_never_readable_takes_no_path_of_another(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            String id = filled(library, named("a.md", "Ann")).get("Ann");
            store(library, List.of(), List.of(refused("b.md", "broken bytes")));

            store(
                    library,
                    List.of(),
                    List.of(
                            refused("a.md", "broken bytes"),
                            named("b.md", "Ann").reading()));
            assertThat(idOf(library, "b.md")).isEqualTo(id);
            moved(
                    library,
                    List.of("b.md"),
                    named("a.md", "Bob"),
                    named("c.md", "Ann").tags("new"));
            assertThat(ids(library)).containsEntry("Ann", id);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_path_is_free_again_once_a_never_readable_file_has_moved_away(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            Map<String, String> ids = filled(library, named("a.md", "Ann"));
            store(library, List.of(), List.of(refused("b.md", "broken bytes")));

            store(
                    library,
                    rows(library, "a.md"),
                    List.of(named("b.md", "Ann").tags("new").reading(), refused("c.md", "broken bytes")));
            assertThat(ids(library)).isEqualTo(ids);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_file_that_is_moved_and_repaired_at_once_keeps_its_article(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            Map<String, String> ids = filled(library, named("a.md", "Ann"), named("b.md", "Bob"));
            store(library, List.of(), List.of(refused("a.md", "broken bytes")));

            moved(
                    library,
                    List.of("b.md"),
                    named("a.md", "Bob"),
                    named("c.md", "Ann").tags("new"));
            assertThat(ids(library)).isEqualTo(ids);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_intact_copy_of_a_moving_broken_file_waits_for_the_end_of_the_move(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            Draft ann = named("a.md", "Ann");
            filled(library, ann);
            store(library, List.of(), List.of(refused("a.md", "broken bytes")));
            FolderChange moment = new FolderChange(
                    List.of(
                            ChangedFile.of(refused("b.md", "broken bytes")),
                            ChangedFile.of(ann.at("c.md").reading())),
                    List.of(),
                    Set.of("b.md", "c.md"),
                    row -> FileState.GONE,
                    file -> ann.reading().body());
            Identities identities = library.database().read(handle -> IdentityResolver.resolve(handle, moment));
            assertThat(identities.waiting()).contains("c.md");
        }
    }
}
