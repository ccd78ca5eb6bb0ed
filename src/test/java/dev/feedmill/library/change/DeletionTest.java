package dev.feedmill.library.change;

import static dev.feedmill.library.LibraryTest.all;
import static dev.feedmill.library.LibraryTest.found;
import static dev.feedmill.library.LibraryTest.remove;
import static dev.feedmill.library.LibraryTest.rows;
import static dev.feedmill.library.LibraryTest.store;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.article.ArticleId;
import dev.feedmill.library.Databases;
import dev.feedmill.library.Draft;
import dev.feedmill.library.Library;
import dev.feedmill.library.LibraryRules;
import dev.feedmill.library.MutableClock;
import dev.feedmill.library.WordRules;
import dev.feedmill.selection.DeletedEntry;
import dev.feedmill.selection.Term;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeletionTest {
    private final MutableClock clock = new MutableClock("2024-06-01T00:00:00Z");

    @ParameterizedTest
    @EnumSource
    void what_is_removed_or_held_back_is_named_by_the_feeds_that_had_it_until_it_is_back(Databases database) {
        try (Library library = filled(
                database,
                Draft.of("a.md").tags("x"),
                Draft.of("b.md").tags("y"),
                Draft.of("c.md").tags("x"))) {
            Term x = found(library, Term.Kind.TAG, "x");
            remove(library, "a.md");
            clock.advance(Duration.ofMinutes(1));
            store(library, Draft.of("b.md").tags("y").hidden(true));

            assertThat(deleted(library, 0))
                    .containsExactly(entry("b.md", "2024-06-01T00:01:00Z"), entry("a.md", "2024-06-01T00:00:00Z"));
            assertThat(deleted(library, x.number())).containsExactly(entry("a.md", "2024-06-01T00:00:00Z"));
            assertThat(library.currentFeed(Term.EVERYTHING).deleted()).isEqualTo(deleted(library, 0));

            store(library, Draft.of("a.md").tags("x"), Draft.of("b.md").tags("y"));
            assertThat(deleted(library, 0, x.number())).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_move_and_a_change_of_categories_are_no_deletions(Databases database) {
        try (Library library = filled(database, Draft.of("a.md").tags("x"))) {
            Term x = found(library, Term.Kind.TAG, "x");
            Draft moved = Draft.of("a.md").at("sub/a.md").tags("x");
            store(library, rows(library, "a.md"), List.of(moved.reading()));
            store(library, moved.tags("y"));
            assertThat(all(library).entries()).hasSize(1);
            assertThat(deleted(library, 0, x.number())).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_draft_that_was_never_public_is_not_named(Databases database) {
        try (Library library = filled(database, Draft.of("a.md").hidden(true), Draft.of("b.md"))) {
            remove(library, "a.md");
            assertThat(deleted(library, 0)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void old_deletions_go_with_the_next_change_and_only_the_latest_stay(Databases database) {
        LibraryRules few = new LibraryRules(50, Duration.ofDays(30), 3, WordRules.defaults(), List.of(), List.of());
        try (Library library = Library.open(database.fresh(), clock, few)) {
            store(
                    library,
                    IntStream.range(0, 9).mapToObj(i -> Draft.of(i + ".md")).toArray(Draft[]::new));
            library.writer().recordScan("reader", "folder");
            for (int i = 0; i < 5; i++) {
                clock.advance(Duration.ofMinutes(1));
                remove(library, i + ".md");
            }
            assertThat(deleted(library, 0))
                    .extracting(DeletedEntry::id)
                    .containsExactly(id("4.md"), id("3.md"), id("2.md"));
            List<DeletedEntry> before = deleted(library, 0);
            clock.advance(Duration.ofDays(31));
            assertThat(deleted(library, 0)).as("time alone changes nothing").isEqualTo(before);
            remove(library, "8.md");
            assertThat(deleted(library, 0)).extracting(DeletedEntry::id).containsExactly(id("8.md"));
        }
    }

    private static List<DeletedEntry> deleted(Library library, long... terms) {
        return library.deletedEntries(Set.copyOf(Arrays.stream(terms).boxed().toList()));
    }

    private static String id(String path) {
        return ArticleId.ofKey(path).uri();
    }

    private static DeletedEntry entry(String path, String at) {
        return new DeletedEntry(id(path), Instant.parse(at));
    }

    private Library filled(Databases database, Draft... drafts) {
        Library library = Library.open(database.fresh(), clock);
        store(library, drafts);
        library.writer().recordScan("reader", "folder");
        return library;
    }
}
