package dev.feedmill.library;

import static dev.feedmill.library.LibraryTest.all;
import static dev.feedmill.library.LibraryTest.store;
import static dev.feedmill.library.Moments.came;
import static dev.feedmill.library.Moments.filled;
import static dev.feedmill.library.Moments.idOf;
import static dev.feedmill.library.Moments.ids;
import static dev.feedmill.library.Moments.judge;
import static dev.feedmill.library.Moments.moved;
import static dev.feedmill.library.Moments.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.library.identity.FileState;
import dev.feedmill.library.identity.Identities;
import dev.feedmill.library.table.FileRow;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Identity of files that are created, removed and changed together. */
class IdentityTest {
    private final MutableClock clock = new MutableClock("2024-06-01T00:00:00Z");

    @ParameterizedTest
    @EnumSource
    void files_that_exchange_their_names_keep_their_articles(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            Map<String, String> ids = filled(library, named("1.md", "Ann"), named("2.md", "Bob"));

            came(library, named("2.md", "Ann"), named("1.md", "Bob"));
            assertThat(ids(library)).isEqualTo(ids);
        }
    }

    @ParameterizedTest
    @EnumSource
    void files_that_move_up_by_one_keep_their_articles(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            Map<String, String> ids = filled(library, named("1.md", "Ann"), named("2.md", "Bob"), named("3.md", "Cid"));

            moved(library, List.of("1.md"), named("2.md", "Ann"), named("3.md", "Bob"), named("4.md", "Cid"));
            assertThat(ids(library)).isEqualTo(ids);
            moved(library, List.of("4.md"), named("1.md", "Ann"), named("2.md", "Bob"), named("3.md", "Cid"));
            assertThat(ids(library)).isEqualTo(ids);
        }
    }

    @ParameterizedTest
    @EnumSource
    void notes_without_titles_are_distinguished_by_their_text(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            came(library, named("a.md", "").tags("a"));
            String id = idOf(library, "a.md");
            moved(library, List.of("a.md"), named("b.md", "").tags("another"));
            assertThat(idOf(library, "b.md")).isNotEqualTo(id);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_copy_is_another_article_and_the_original_stays_itself(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            String id = filled(library, named("b.md", "Ann")).get("Ann");

            came(library, named("a.md", "Ann"));
            assertThat(idOf(library, "b.md")).isEqualTo(id);
            assertThat(all(library).entries()).hasSize(2);
            assertThat(judge(library, List.of(), List.of(named("c.md", "Ann")), "c.md")
                            .waiting())
                    .as("its original may be about to go")
                    .containsExactly("c.md");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_new_file_in_the_place_of_one_that_moved_is_a_new_article(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            String ann = filled(library, named("p.md", "Ann")).get("Ann");
            moved(library, List.of(), named("p.md", "Bob"), named("q.md", "Ann"));
            assertThat(idOf(library, "q.md")).isEqualTo(ann);
            String bob = idOf(library, "p.md");

            moved(library, List.of("p.md", "q.md"));
            assertThat(all(library).entries()).isEmpty();
            came(library, named("p.md", "Bob"), named("q.md", "Ann"));
            assertThat(ids(library)).isEqualTo(Map.of("Ann", ann, "Bob", bob));

            moved(library, List.of("p.md", "q.md"));
            came(library, named("p.md", "Bob, rewritten"), named("q.md", "Ann, rewritten"));
            assertThat(ids(library))
                    .as("by where they last stood")
                    .isEqualTo(Map.of("Ann, rewritten", ann, "Bob, rewritten", bob));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_file_that_is_renamed_and_edited_at_once_keeps_its_article(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            Map<String, String> ids = filled(library, named("1.md", "Ann"), named("2.md", "Bob"));

            moved(library, List.of("1.md", "2.md"), named("x.md", "Bob").tags("new"), named("y.md", "Cid"));
            assertThat(ids(library)).containsEntry("Bob", ids.get("Bob")).containsKey("Cid");
            assertThat(ids(library).get("Cid")).isNotEqualTo(ids.get("Ann"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_file_that_is_edited_while_names_move_up_by_one_keeps_its_article(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            Map<String, String> ids = filled(library, named("a.md", "Ann"), named("b.md", "Bob"), named("x.md", "Xen"));

            moved(library, List.of("a.md"), named("b.md", "Ann").tags("new"), named("c.md", "Bob"));
            assertThat(ids(library)).isEqualTo(ids);
            moved(
                    library,
                    List.of("x.md"),
                    named("b.md", "Xen"),
                    named("c.md", "Ann").tags("newer"),
                    named("d.md", "Bob"));
            assertThat(ids(library)).as("no path is left free").isEqualTo(ids);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_file_that_returns_to_its_first_path_keeps_its_article(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            String id = filled(library, named("note.md", "Ann")).get("Ann");
            moved(library, List.of("note.md"), named("tale.md", "Ann"));
            came(library, named("tale.md", "Ann, edited"));

            moved(library, List.of("tale.md"), named("note.md", "Ann"));
            assertThat(ids(library)).isEqualTo(Map.of("Ann", id));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_draft_that_is_moved_and_published_at_once_keeps_its_id(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            Draft ann = named("_drafts/p.md", "Ann");
            Draft bob = named("_drafts/q.md", "Bob").fileTime("2024-01-01T00:00:00Z");
            Map<String, String> ids = filled(library, ann, bob);
            came(library, ann.hidden(true), bob.hidden(true));
            assertThat(ids(library)).isEmpty();

            store(
                    library,
                    List.of(),
                    Stream.of(ann.at("p.md").tags("x"), bob.at("q.md").fileTime("2024-05-01T00:00:00Z"))
                            .map(Draft::reading)
                            .toList(),
                    row -> FileState.GONE);
            assertThat(ids(library)).isEqualTo(ids);
        }
    }

    @ParameterizedTest
    @EnumSource
    void of_two_articles_with_the_same_bytes_the_one_first_seen_at_the_path_returns(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            String id = filled(library, named("_drafts/walk.md", "Ann")).get("Ann");
            moved(library, List.of("_drafts/walk.md"), named("z.md", "Ann"));
            came(library, named("a.md", "Ann"));

            moved(library, List.of("a.md", "z.md"), named("_drafts/walk.md", "Ann"));
            assertThat(ids(library)).isEqualTo(Map.of("Ann", id));
        }
    }

    @ParameterizedTest
    @EnumSource
    void of_two_articles_first_seen_at_a_path_the_one_removed_last_returns(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            filled(library, named("p.md", "Ann"));
            moved(library, List.of("p.md"), named("q.md", "Ann"));
            String bob = filled(library, named("p.md", "Bob")).get("Bob");
            moved(library, List.of("q.md"));
            moved(library, List.of("p.md"), named("r.md", "Bob"));

            moved(library, List.of("r.md"), named("p.md", "Bob, rewritten"));
            assertThat(ids(library)).isEqualTo(Map.of("Bob, rewritten", bob));
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_undated_draft_is_dated_when_it_is_published(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            Draft draft = named("a.md", "Ann").fileTime("2024-01-01T00:00:00Z");
            store(
                    library,
                    draft.hidden(true),
                    named("b.md", "Bob").fileTime("2024-01-01T00:00:00Z").hidden(true));
            library.writer().recordScan("reader", "folder");

            came(library, draft.fileTime("2024-03-03T00:00:00Z"));
            moved(library, List.of("b.md"), named("posts/b.md", "Bob").fileTime("2024-01-01T00:00:00Z"));

            assertThat(all(library).entries())
                    .extracting(entry -> entry.article().title() + " " + entry.published())
                    .containsExactly("Bob 2024-06-01T00:00:00Z", "Ann 2024-03-03T00:00:00Z");
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_article_without_a_path_after_a_power_failure_is_found_again(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            Map<String, String> ids = filled(library, named("1.md", "Ann"), named("2.md", "Bob"));
            List<Draft> moves = List.of(named("1.md", "Bob"), named("2.md", "Ann"));
            Identities identities = judge(library, List.of(), moves);
            // The first of two transactions.
            library.writer().store(List.of(moves.get(0).reading()), identities);
            List<FileRow> displaced = library.files().displaced();
            assertThat(displaced).extracting(FileRow::path).containsExactly("1.md");
            assertThat(ids(library)).as("shown all the same").isEqualTo(ids);

            store(library, displaced, List.of(moves.get(1).reading()));
            assertThat(ids(library)).isEqualTo(ids);
            assertThat(library.files().displaced()).isEmpty();
        }
    }
}
