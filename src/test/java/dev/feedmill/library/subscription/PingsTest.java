package dev.feedmill.library.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.library.Databases;
import dev.feedmill.library.Library;
import dev.feedmill.library.MutableClock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What hubs of others are to be told, in both databases. */
class PingsTest {
    private static final List<String> HUBS = List.of("https://one.example/", "https://two.example/");

    private final MutableClock clock = new MutableClock("2026-01-01T00:00:00Z");

    private static void change(Library library, long number) {
        library.database()
                .write(handle -> handle.execute(
                        "INSERT INTO change_log (number, changed_at, terms) VALUES (?, 0, '0,7')", number));
    }

    /** Pings of a library whose changes are known, all but one. */
    private Pings changed(Library library) {
        Pings pings = new Pings(library.database(), library.changes(), clock);
        assertThat(pings.noteChanges(terms -> Set.of())).isFalse();
        change(library, 10);
        assertThat(pings.noteChanges(terms -> {
                    assertThat(terms).containsExactlyInAnyOrder(0L, 7L);
                    return Set.of("/feed.rss");
                }))
                .isTrue();
        return pings;
    }

    @ParameterizedTest
    @EnumSource
    void each_hub_is_told_of_a_feed_once_for_the_same_bytes(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            Pings pings = changed(library);
            assertThat(pings.stale(10)).containsExactly("/feed.rss");
            pings.examined("/feed.rss", "first", HUBS);

            assertThat(pings.stale(10)).isEmpty();
            List<DuePing> due = pings.due(10);
            assertThat(due).extracting(DuePing::hub).containsExactlyInAnyOrderElementsOf(HUBS);
            due.forEach(pings::end);
            assertThat(pings.due(10)).isEmpty();

            change(library, 11);
            assertThat(pings.noteChanges(terms -> Set.of("/feed.rss"))).isTrue();
            pings.examined("/feed.rss", "first", HUBS);
            assertThat(pings.due(10)).isEmpty();
            change(library, 12);
            assertThat(pings.noteChanges(terms -> Set.of("/feed.rss"))).isTrue();
            pings.examined("/feed.rss", "second", HUBS);
            assertThat(pings.due(10)).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_hub_that_is_told_while_a_feed_changes_is_told_again(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            Pings pings = changed(library);
            pings.examined("/feed.rss", "first", List.of("https://one.example/"));
            DuePing first = pings.due(10).get(0);
            pings.examined("/feed.rss", "second", List.of("https://one.example/"));
            pings.end(first);
            pings.postpone(first, Duration.ofHours(1));

            assertThat(pings.due(10)).extracting(DuePing::digest).containsExactly("second");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_hub_that_is_away_is_told_later_and_not_of_a_feed_that_is_gone(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            Pings pings = changed(library);
            pings.examined("/feed.rss", "first", List.of("https://one.example/"));
            pings.postpone(pings.due(10).get(0), Duration.ofSeconds(10));
            assertThat(pings.due(10)).isEmpty();
            clock.set("2026-01-01T00:00:10Z");
            assertThat(pings.due(10)).extracting(DuePing::attempts).containsExactly(1);

            pings.examined("/feed.rss", "", List.of("https://one.example/"));
            assertThat(pings.due(10)).isEmpty();
            assertThat(pings.stale(10)).isEmpty();
        }
    }
}
