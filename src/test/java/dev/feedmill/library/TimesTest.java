package dev.feedmill.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.library.sql.Meta;
import dev.feedmill.selection.Entry;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When an entry was published and last changed, as readers see it. */
class TimesTest {
    private final MutableClock clock = new MutableClock("2024-06-01T00:00:00Z");

    @ParameterizedTest
    @EnumSource
    void an_entry_is_never_changed_earlier_than_before(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            LibraryTest.store(
                    library, Draft.of("a.md").published("2024-05-05T00:00:00Z").updated("2024-05-20T00:00:00Z"));
            LibraryTest.store(
                    library, Draft.of("a.md").published("2024-05-05T00:00:00Z").updated("2024-05-10T00:00:00Z"));
            assertThat(only(library).updated()).isEqualTo("2024-05-20T00:00:00Z");
            LibraryTest.store(library, Draft.of("a.md").published("2024-01-01T00:00:00Z"));
            assertThat(only(library).published()).isEqualTo("2024-01-01T00:00:00Z");
            assertThat(only(library).updated()).isEqualTo("2024-05-20T00:00:00Z");
            LibraryTest.store(
                    library, Draft.of("a.md").published("2024-01-01T00:00:00Z").updated("2024-05-21T00:00:00Z"));
            assertThat(only(library).updated()).isEqualTo("2024-05-21T00:00:00Z");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_clock_that_was_ahead_leaves_no_future_time(Databases database) {
        clock.set("2030-01-01T00:00:00Z");
        try (Library library = Library.open(database.fresh(), clock)) {
            LibraryTest.store(
                    library,
                    Draft.of("edited.md"),
                    Draft.of("undated.md").fileTime("2031-01-01T00:00:00Z"),
                    Draft.of("later.md").published("2025-01-01T00:00:00Z"));
            LibraryTest.store(library, Draft.of("edited.md").title("Edited").modified("2030-01-01T00:00:00Z"));

            clock.set("2024-06-01T00:00:00Z");
            library.writer().rewind();

            List<Entry> entries = LibraryTest.all(library).entries();
            assertThat(entries)
                    .extracting(entry -> entry.article().title())
                    .containsExactlyInAnyOrder("Edited", "Title of undated.md");
            assertThat(entries)
                    .allSatisfy(entry -> assertThat(entry.updated()).isBeforeOrEqualTo(clock.instant()))
                    .allSatisfy(entry -> assertThat(entry.published()).isBeforeOrEqualTo(clock.instant()));
            assertThat(library.writer().nextDue()).contains(Instant.parse("2025-01-01T00:00:00Z"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void another_checksum_algorithm_edits_nothing(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            Draft draft = Draft.of("a.md");
            LibraryTest.store(library, draft);
            library.database()
                    .write(handle -> handle.execute(
                            "UPDATE article SET file_digest = 'made otherwise', content_digest = 'made otherwise'"));
            library.writer().recordScan("reader", "folder");
            library.database().write(handle -> {
                Meta.put(handle, Meta.DIGESTS, "another way");
                return 0;
            });
            Entry before = only(library);
            LibraryTest.store(library, draft);
            assertThat(only(library).updated()).isEqualTo(before.updated());

            LibraryTest.store(library, draft.title("Edited").modified("2024-05-30T00:00:00Z"));
            assertThat(only(library).updated()).isEqualTo("2024-05-30T00:00:00Z");
        }
    }

    private static Entry only(Library library) {
        assertThat(LibraryTest.all(library).entries()).hasSize(1);
        return LibraryTest.all(library).entries().get(0);
    }
}
