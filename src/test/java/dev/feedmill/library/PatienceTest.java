package dev.feedmill.library;

import static dev.feedmill.library.LibraryTest.rows;
import static dev.feedmill.library.LibraryTest.store;
import static dev.feedmill.library.Moments.filled;
import static dev.feedmill.library.Moments.ids;
import static dev.feedmill.library.Moments.judge;
import static dev.feedmill.library.Moments.moved;
import static dev.feedmill.library.Moments.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.library.identity.ChangedFile;
import dev.feedmill.library.identity.FileReading;
import dev.feedmill.library.identity.FileState;
import dev.feedmill.library.identity.FolderChange;
import dev.feedmill.library.identity.Identities;
import dev.feedmill.library.identity.IdentityResolver;
import dev.feedmill.library.table.FileRow;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which files wait for further events, since their articles cannot be identified yet. */
class PatienceTest {
    private final MutableClock clock = new MutableClock("2024-06-01T00:00:00Z");

    @ParameterizedTest
    @EnumSource
    void a_wholly_different_text_waits_for_further_events_and_an_edit_does_not(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            filled(library, named("a.md", "Ann"));

            Draft other = named("a.md", "Something else altogether").published("2024-02-02T00:00:00Z");
            assertThat(judge(library, List.of(), List.of(other), "a.md").waiting())
                    .containsExactly("a.md");
            assertThat(judge(library, List.of(), List.of(named("a.md", "Anne")), "a.md")
                            .waiting())
                    .isEmpty();
            Draft later = named("a.md", "Ann").published("2024-02-02T00:00:00Z");
            assertThat(judge(library, List.of(), List.of(later), "a.md").waiting())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_file_that_takes_an_articles_path_waits_for_that_articles_new_path(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            filled(library, named("1.md", "Ann"), named("2.md", "Bob"), named("3.md", "Cid"));

            Identities half = judge(
                    library,
                    rows(library, "1.md"),
                    List.of(named("2.md", "Ann"), named("3.md", "Bob")),
                    "2.md",
                    "3.md");
            assertThat(half.waiting()).containsExactlyInAnyOrder("2.md", "3.md");
            Identities whole = judge(
                    library,
                    rows(library, "1.md"),
                    List.of(named("2.md", "Ann"), named("3.md", "Bob"), named("4.md", "Cid")),
                    "2.md",
                    "3.md",
                    "4.md");
            assertThat(whole.waiting()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_file_at_the_first_path_of_an_article_waits_until_its_removal_is_certain(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            filled(library, named("1.md", "Ann"));
            moved(library, List.of("1.md"), named("2.md", "Ann"));

            Draft other = named("1.md", "Something else altogether").published("2024-02-02T00:00:00Z");
            assertThat(judgeWithoutFiles(library, List.of(), other, "1.md").waiting())
                    .containsExactly("1.md");
            assertThat(judgeWithoutFiles(library, rows(library, "2.md"), other, "1.md")
                            .waiting())
                    .isEmpty();
        }
    }

    /** Identifies one new file while all others are missing. */
    private static Identities judgeWithoutFiles(Library library, List<FileRow> missing, Draft came, String... patient) {
        FolderChange moment = new FolderChange(
                List.of(ChangedFile.of(came.reading())), missing, Set.of(patient), row -> FileState.GONE, file -> null);
        return library.database().read(handle -> IdentityResolver.resolve(handle, moment));
    }

    @ParameterizedTest
    @EnumSource
    void a_file_claimed_by_former_path_or_text_waits_for_the_files_that_wait(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            Draft ann = named("1.md", "Ann");
            filled(library, ann, named("2.md", "Bob"));
            moved(library, List.of("1.md"));

            Draft copy = named("3.md", "Bob");
            Draft again = named("1.md", "Anne");
            assertThat(judge(library, List.of(), List.of(again), "1.md").waiting())
                    .isEmpty();
            assertThat(judge(library, List.of(), List.of(again, copy), "1.md", "3.md")
                            .waiting())
                    .containsExactlyInAnyOrder("1.md", "3.md");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_file_in_the_place_of_one_that_moved_need_not_wait_for_the_article_that_was_there(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            Draft ann = named("1.md", "Ann");
            Draft bob = named("2.md", "Bob");
            Map<String, String> ids = filled(library, ann, bob);
            moved(library, List.of("1.md"), ann.at("3.md"));
            moved(library, List.of("2.md"), bob.at("1.md"));
            Draft other = named("1.md", "Cid").published("2024-02-02T00:00:00Z");

            Identities identities = judge(
                    library,
                    rows(library, "3.md"),
                    List.of(other, bob.at("4.md"), ann.at("5.md").tags("new")),
                    "1.md",
                    "4.md",
                    "5.md");
            assertThat(identities.waiting()).isEmpty();
            store(
                    library,
                    rows(library, "3.md"),
                    List.of(other.reading(), bob.at("4.md").reading()));
            assertThat(ids(library))
                    .as("by where it first stood")
                    .isEqualTo(Map.of("Cid", ids.get("Ann"), "Bob", ids.get("Bob")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_missing_article_is_not_removed_while_a_waiting_file_may_be_it(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            Draft ann = named("1.md", "Ann");
            filled(library, ann, named("2.md", "Bob"));
            long number = Objects.requireNonNull(
                    rows(library, "1.md").iterator().next().article());
            Draft edited = ann.at("3.md").tags("new");
            Draft copy = named("4.md", "Bob");

            Identities both = judgeTexts(library, rows(library, "1.md"), List.of(edited, copy), "3.md", "4.md");
            assertThat(both.waiting()).containsExactlyInAnyOrder("3.md", "4.md");
            assertThat(both.isAwaited(number)).isTrue();
            Identities decided = judgeTexts(library, rows(library, "1.md"), List.of(edited, copy));
            assertThat(decided.article("3.md")).isEqualTo(number);
            assertThat(decided.isAwaited(number)).isFalse();
        }
    }

    private static Identities judgeTexts(Library library, List<FileRow> missing, List<Draft> came, String... patient) {
        Map<String, FileReading> readings =
                came.stream().map(Draft::reading).collect(Collectors.toMap(FileReading::path, reading -> reading));
        FolderChange moment = new FolderChange(
                readings.values().stream().map(ChangedFile::of).toList(),
                missing,
                Set.of(patient),
                row -> FileState.SAME,
                file -> Objects.requireNonNull(readings.get(file.path())).body());
        return library.database().read(handle -> IdentityResolver.resolve(handle, moment));
    }
}
