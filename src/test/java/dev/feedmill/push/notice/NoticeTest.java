package dev.feedmill.push.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.library.Databases;
import dev.feedmill.library.Library;
import dev.feedmill.library.MutableClock;
import dev.feedmill.library.change.ChangeTable;
import dev.feedmill.library.change.Effect;
import dev.feedmill.library.change.EntryChange;
import dev.feedmill.library.change.EntryChange.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which changes become one notice, in both databases. */
class NoticeTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final MutableClock clock = new MutableClock(NOW.toString());

    private static void change(Library library, long number, long term, EntryChange... entries) {
        library.database().write(handle -> {
            new ChangeTable(handle).write(number, number, new Effect(Set.of(term), List.of(entries)));
            return number;
        });
    }

    private static EntryChange entry(long article, Kind kind) {
        return new EntryChange(article, kind);
    }

    private static Notice read(Library library, long after, long end, int most) {
        return Objects.requireNonNull(Notice.read(library.changes(), after, end, most, NOW));
    }

    @ParameterizedTest
    @EnumSource
    void changes_that_wait_become_one_that_names_each_entry_once(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            assertThat(Notice.read(library.changes(), 0, 0, 9, NOW)).isNull();
            change(library, 10, 7, entry(1, Kind.ADDED), entry(2, Kind.EDITED), entry(3, Kind.ADDED));
            change(library, 11, 8, entry(1, Kind.EDITED), entry(2, Kind.REMOVED), entry(3, Kind.REMOVED));
            change(library, 12, 7, entry(4, Kind.REMOVED));
            change(library, 13, 7, entry(4, Kind.ADDED));

            Notice all = read(library, 0, 0, 9);
            assertThat(all.entries())
                    .containsExactly(entry(1, Kind.ADDED), entry(2, Kind.REMOVED), entry(4, Kind.EDITED));
            assertThat(all.change().number()).isEqualTo(13);
            assertThat(all.change().terms()).containsExactlyInAnyOrder(7L, 8L);
            assertThat(all.time()).isEqualTo(Instant.ofEpochSecond(13));
            assertThat(all.isCut()).isFalse();

            assertThat(read(library, 0, 11, 9).change().number()).isEqualTo(11);
            assertThat(read(library, 11, 0, 9).entries()).containsExactly(entry(4, Kind.EDITED));
        }
    }

    @ParameterizedTest
    @EnumSource
    void more_entries_than_fit_wait_and_a_change_that_never_fits_is_cut(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            change(library, 10, 7, entry(1, Kind.ADDED));
            change(library, 11, 7, entry(2, Kind.ADDED), entry(3, Kind.ADDED));

            Notice first = read(library, 0, 0, 1);
            assertThat(first.change().number()).isEqualTo(10);
            assertThat(first.isCut()).isFalse();
            Notice second = read(library, 10, 0, 1);
            assertThat(second.entries()).containsExactly(entry(2, Kind.ADDED));
            assertThat(second.isCut()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_the_log_has_forgotten_is_told_without_entries(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            change(library, 10, 7, entry(1, Kind.ADDED));
            change(library, 11, 7, entry(2, Kind.ADDED));
            library.database().write(handle -> {
                new ChangeTable(handle).clean(11);
                return 0;
            });

            Notice forgotten = read(library, 0, 0, 9);
            assertThat(forgotten.change().number()).isEqualTo(10);
            assertThat(forgotten.entries()).isEmpty();
            assertThat(forgotten.isCut()).isTrue();
            assertThat(forgotten.time()).isEqualTo(NOW);
            assertThat(read(library, 10, 0, 9).entries()).containsExactly(entry(2, Kind.ADDED));
        }
    }
}
