package dev.feedmill.library.query;

import static dev.feedmill.library.LibraryTest.store;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.library.Databases;
import dev.feedmill.library.Draft;
import dev.feedmill.library.Library;
import dev.feedmill.library.LibraryRules;
import dev.feedmill.library.MutableClock;
import dev.feedmill.selection.PageAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AddressQueryTest {
    private final MutableClock clock = new MutableClock("2024-06-01T00:00:00Z");

    @ParameterizedTest
    @EnumSource
    void the_groups_hold_every_article_once_and_all_but_the_last_stay_as_they_are(Databases database) {
        LibraryRules rules = new LibraryRules(
                5_000,
                LibraryRules.defaults().tagsKept(),
                50,
                LibraryRules.defaults().words(),
                List.of(),
                List.of());
        try (Library library = Library.open(database.fresh(), clock, rules)) {
            fill(library, 0, 12_000);
            library.writer().recordScan("reader", "folder");
            List<PageAddress> all = all(library);
            assertThat(library.articles().addressGroups()).isEqualTo(2);
            assertThat(all).hasSize(12_000).doesNotHaveDuplicates();
            List<PageAddress> first = library.articles().addresses(1, 50_000);
            fill(library, 12_000, 12_001);
            assertThat(library.articles().addresses(1, 50_000)).isEqualTo(first);
            assertThat(all(library)).hasSize(12_001);
            assertThat(library.articles().addresses(3, 50_000)).isEmpty();
            assertThat(library.articles().addresses(0, 50_000)).isEmpty();
            assertThat(library.articles().addresses(1, 7)).hasSize(7);
        }
    }

    private static List<PageAddress> all(Library library) {
        List<PageAddress> all = new ArrayList<>();
        IntStream.rangeClosed(1, library.articles().addressGroups())
                .forEach(group -> all.addAll(library.articles().addresses(group, 50_000)));
        return all;
    }

    private static void fill(Library library, int from, int to) {
        for (int at = from; at < to; at += 1_000) {
            store(
                    library,
                    IntStream.range(at, Math.min(to, at + 1_000))
                            .mapToObj(i -> Draft.of("%06d.md".formatted(i))
                                    .published(Instant.parse("2020-01-01T00:00:00Z")
                                            .plusSeconds(i * 60L)
                                            .toString()))
                            .toArray(Draft[]::new));
        }
    }
}
