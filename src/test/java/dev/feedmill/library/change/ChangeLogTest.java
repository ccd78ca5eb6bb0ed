package dev.feedmill.library.change;

import static dev.feedmill.library.LibraryTest.found;
import static dev.feedmill.library.LibraryTest.remove;
import static dev.feedmill.library.LibraryTest.store;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feedmill.library.Databases;
import dev.feedmill.library.Draft;
import dev.feedmill.library.Library;
import dev.feedmill.library.MutableClock;
import dev.feedmill.selection.Term;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChangeLogTest {
    private final MutableClock clock = new MutableClock("2024-06-01T00:00:00Z");

    @ParameterizedTest
    @EnumSource
    void each_commit_that_clients_can_see_is_numbered_with_its_terms_and_entries(Databases database) {
        String where = database.fresh();
        long start;
        List<Change> changes;
        try (Library library =
                filled(where, Draft.of("a.md").tags("x"), Draft.of("b.md").tags("y"))) {
            start = library.changes().last();
            store(
                    library,
                    Draft.of("a.md").tags("x").title("New"),
                    Draft.of("c.md").tags("x"));
            store(library, Draft.of("a.md").tags("x").title("New"));
            Term x = found(library, Term.Kind.TAG, "x");
            Term y = found(library, Term.Kind.TAG, "y");
            remove(library, "b.md");
            changes = library.changes().after(start, 10);

            assertThat(changes).hasSize(2);
            assertThat(changes.get(0).number())
                    .isGreaterThan(start)
                    .isLessThan(changes.get(1).number());
            assertThat(changes.get(0).terms()).contains(0L, x.number()).doesNotContain(y.number());
            assertThat(changes.get(1).terms()).contains(0L).contains(y.number()).doesNotContain(x.number());
            assertThat(kinds(library, changes.get(0))).containsExactly(EntryChange.Kind.EDITED, EntryChange.Kind.ADDED);
            assertThat(kinds(library, changes.get(1))).containsExactly(EntryChange.Kind.REMOVED);
        }
        try (Library library = Library.open(where, clock)) {
            assertThat(library.changes().after(start, 10)).isEqualTo(changes);
            assertThat(library.changes().after(start, 1)).isEqualTo(changes.subList(0, 1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_another_process_committed_reaches_listeners_with_the_next_look(Databases database) {
        String where = database.fresh();
        try (Library library = filled(where, Draft.of("a.md"));
                Library other = Library.open(where, clock)) {
            List<Change> seen = new ArrayList<>();
            library.onChange(seen::add);
            store(other, Draft.of("b.md"));
            assertThat(seen).isEmpty();
            library.changes().catchUp();
            library.changes().catchUp();
            assertThat(seen).hasSize(1);
            store(other, Draft.of("c.md"));
            store(library, Draft.of("d.md"));
            assertThat(seen).extracting(Change::number).hasSize(3).isSorted();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_consumer_goes_on_where_it_was(Databases database) {
        String where = database.fresh();
        List<Change> taken = new ArrayList<>();
        try (Library library = filled(where, Draft.of("a.md"))) {
            assertThat(take(library, taken)).isFalse();
            store(library, Draft.of("b.md"));
            assertThat(take(library, taken)).isTrue();
            assertThat(taken).hasSize(1);
            assertThat(take(library, taken)).isFalse();
            store(library, Draft.of("c.md"));
        }
        try (Library library = Library.open(where, clock)) {
            assertThat(take(library, taken)).isTrue();
            assertThat(taken).extracting(Change::number).hasSize(2).isSorted();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_a_consumer_fails_at_comes_again(Databases database) {
        List<Change> taken = new ArrayList<>();
        try (Library library = filled(database.fresh(), Draft.of("a.md"))) {
            take(library, taken);
            store(library, Draft.of("b.md"));
            assertThatThrownBy(() -> library.changes().consume("test", changes -> handle -> {
                        throw new IllegalStateException("in the transaction");
                    }))
                    .hasMessageContaining("in the transaction");
            assertThat(take(library, taken)).isTrue();
        }
    }

    private static boolean take(Library library, List<Change> taken) {
        return library.changes().consume("test", changes -> handle -> taken.addAll(changes));
    }

    @ParameterizedTest
    @EnumSource
    void who_missed_more_than_the_log_has_learns_that_anything_may_have_changed(Databases database) {
        String where = database.fresh();
        long start;
        try (Library library = filled(where, Draft.of("a.md"))) {
            start = library.changes().last();
            store(library, Draft.of("b.md"));
        }
        clock.advance(Duration.ofDays(31));
        try (Library library = Library.open(where, clock)) {
            List<Change> all = library.changes().after(start, 10);
            assertThat(all).hasSize(1);
            assertThat(all.get(0).unknown()).isTrue();
            store(library, Draft.of("c.md"));
            assertThat(library.changes().after(all.get(0).number(), 10))
                    .extracting(Change::unknown)
                    .containsExactly(false);
        }
    }

    private static List<EntryChange.Kind> kinds(Library library, Change change) {
        return library.changes().entries(change.number()).stream()
                .map(EntryChange::kind)
                .toList();
    }

    private Library filled(String where, Draft... drafts) {
        Library library = Library.open(where, clock);
        store(library, drafts);
        library.writer().recordScan("reader", "folder");
        return library;
    }
}
