package dev.feedmill.library.delivery;

import static dev.feedmill.library.LibraryTest.store;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.library.Databases;
import dev.feedmill.library.Draft;
import dev.feedmill.library.Library;
import dev.feedmill.library.MutableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeliveriesTest {
    private static final long TOPIC = 1;
    private static final Set<Long> TERMS = Set.of(0L);

    private final MutableClock clock = new MutableClock("2024-06-01T00:00:00Z");

    @ParameterizedTest
    @EnumSource
    void a_changed_topic_is_delivered_in_chunks_of_those_who_have_the_same_version(Databases database) {
        try (Library library = library(database.fresh(), 1_101)) {
            Deliveries deliveries = library.deliveries();
            change(library, 1);
            examine(deliveries, "second");

            List<Chunk> chunks = deliveries.due(Set.of(), 10);
            assertThat(chunks).extracting(chunk -> chunk.subscriptions().size()).containsExactly(500, 500, 101);
            assertThat(chunks).extracting(chunk -> chunk.base().digest()).containsOnly("first");
            assertThat(deliveries.due(Set.of(chunks.get(0).number()), 1)).containsExactly(chunks.get(1));

            deliveries.end(chunks.get(0), result("second", chunks.get(0).subscriptions(), List.of(), List.of()));
            assertThat(deliveries.due(Set.of(), 10)).isEqualTo(chunks.subList(1, 3));
            change(library, 2);
            examine(deliveries, "third");
            Chunk last = deliveries.due(Set.of(), 10).get(4);
            assertThat(last.base().digest()).isEqualTo("second");
            assertThat(last.subscriptions()).hasSize(500);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_change_that_leaves_the_bytes_as_they_are_is_not_delivered(Databases database) {
        try (Library library = library(database.fresh(), 3)) {
            change(library, 1);
            assertThat(library.deliveries().noteChanges()).isTrue();
            assertThat(library.deliveries().noteChanges()).isFalse();
            examine(library.deliveries(), "first");
            assertThat(library.deliveries().stale(10)).isEmpty();
            assertThat(library.deliveries().due(Set.of(), 10)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_change_while_a_topic_is_rendered_keeps_it_stale(Databases database) {
        try (Library library = library(database.fresh(), 3)) {
            Deliveries deliveries = library.deliveries();
            change(library, 1);
            deliveries.noteChanges();
            StaleTopic stale = deliveries.stale(10).get(0);
            change(library, 2);
            deliveries.noteChanges();
            deliveries.examined(stale, "second", Set.of(2L), TERMS);
            assertThat(deliveries.stale(10)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_failed_is_tried_later_and_gone_ones_never(Databases database) {
        try (Library library = library(database.fresh(), 4)) {
            Deliveries deliveries = library.deliveries();
            change(library, 1);
            examine(deliveries, "second");
            Chunk chunk = deliveries.due(Set.of(), 1).get(0);
            deliveries.end(chunk, result("second", List.of(1L), List.of(2L), List.of(3L, 4L)));
            assertThat(deliveries.due(Set.of(), 10)).isEmpty();

            change(library, 2);
            examine(deliveries, "third");
            assertThat(deliveries.due(Set.of(), 10))
                    .as("those that fail wait for their time")
                    .extracting(Chunk::subscriptions)
                    .containsExactly(List.of(1L));
            clock.advance(Duration.ofSeconds(10));
            Chunk again = deliveries.due(Set.of(), 10).get(1);
            assertThat(again.subscriptions()).containsExactly(3L, 4L);
            assertThat(again.attempt()).isEqualTo(1);
            assertThat(again.base().digest()).isEqualTo("first");
            assertThat(deliveries.recipients(again))
                    .extracting(Recipient::callback)
                    .containsExactly("http://host-3.test/3", "http://host-0.test/4");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_topic_that_is_away_for_a_while_is_delivered_when_it_is_back(Databases database) {
        try (Library library = library(database.fresh(), 2)) {
            Deliveries deliveries = library.deliveries();
            change(library, 1);
            deliveries.noteChanges();
            deliveries.missed(deliveries.stale(10).get(0));
            assertThat(deliveries.stale(10)).isEmpty();
            change(library, 2);
            examine(deliveries, "second");
            assertThat(deliveries.due(Set.of(), 10))
                    .extracting(Chunk::subscriptions)
                    .containsExactly(List.of(1L, 2L));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_new_topic_that_is_not_there_yet_is_looked_at_after_the_next_change(Databases database) {
        try (Library library = library(database.fresh(), 1)) {
            Deliveries deliveries = library.deliveries();
            library.database().write(handle -> {
                handle.execute("INSERT INTO topic (path_hash, path) VALUES ('new', '/tags/new.rss')");
                return handle.execute("INSERT INTO stale_topic (topic, change) VALUES (2, 1)");
            });
            deliveries.missed(deliveries.stale(10).get(0));
            change(library, 1);
            deliveries.noteChanges();
            assertThat(deliveries.stale(10)).extracting(StaleTopic::path).contains("/tags/new.rss");
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_cannot_be_rendered_waits_and_keeps_no_other_waiting(Databases database) {
        try (Library library = library(database.fresh(), 2)) {
            Deliveries deliveries = library.deliveries();
            change(library, 1);
            deliveries.noteChanges();
            deliveries.postpone(deliveries.stale(10).get(0), Duration.ofMinutes(1));
            assertThat(deliveries.stale(10)).isEmpty();
            clock.advance(Duration.ofMinutes(1));
            examine(deliveries, "second");
            Chunk chunk = deliveries.due(Set.of(), 1).get(0);
            deliveries.postpone(chunk, Duration.ofMinutes(1));
            assertThat(deliveries.due(Set.of(), 1)).isEmpty();
            clock.advance(Duration.ofMinutes(1));
            assertThat(deliveries.due(Set.of(), 1)).containsExactly(chunk);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_delivery_that_ends_late_changes_nothing_for_who_has_come_or_gone_on_meanwhile(Databases database) {
        try (Library library = library(database.fresh(), 3)) {
            Deliveries deliveries = library.deliveries();
            change(library, 1);
            examine(deliveries, "second");
            Chunk chunk = deliveries.due(Set.of(), 1).get(0);
            library.database().write(handle -> {
                handle.execute("DELETE FROM subscription WHERE number = 3");
                handle.execute("UPDATE subscription SET version = 99 WHERE number = 1");
                return handle.execute(
                        "INSERT INTO subscription (topic, asked, callback_hash, callback, host, secret, expires, version)"
                                + " VALUES (1, '', 'other', 'http://other.test/', 'other.test', '', 4000000000, 0)");
            });
            deliveries.end(chunk, result("second", List.of(1L, 2L), List.of(3L), List.of()));
            assertThat(library.database()
                            .<List<Long>, RuntimeException>read(handle -> handle.createQuery(
                                            "SELECT version FROM subscription WHERE number <> 2 ORDER BY number")
                                    .mapTo(Long.class)
                                    .list()))
                    .containsExactly(99L, 0L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_topic_that_loses_its_subscribers_during_a_delivery_leaves_nothing_behind(Databases database) {
        try (Library library = library(database.fresh(), 2)) {
            Deliveries deliveries = library.deliveries();
            change(library, 1);
            deliveries.noteChanges();
            StaleTopic stale = deliveries.stale(10).get(0);
            deliveries.examined(stale, "second", Set.of(2L), TERMS);
            Chunk chunk = deliveries.due(Set.of(), 1).get(0);
            library.database().write(handle -> {
                handle.execute("DELETE FROM subscription");
                new UnusedTopics(handle).removeUnused(List.of(TOPIC));
                return TOPIC;
            });
            deliveries.end(chunk, result("second", List.of(1L), List.of(), List.of(2L)));
            deliveries.examined(stale, "third", Set.of(3L), TERMS);
            deliveries.missed(stale);
            for (String table : List.of("delivery", "undelivered", "topic_version", "topic_term", "stale_topic")) {
                long lines = library.database()
                        .read(handle -> handle.createQuery("SELECT count(*) FROM " + table)
                                .mapTo(Long.class)
                                .one());
                assertThat(lines).as(table).isZero();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_failed_in_one_chunk_is_not_tried_at_once_in_another(Databases database) {
        try (Library library = library(database.fresh(), 2)) {
            Deliveries deliveries = library.deliveries();
            change(library, 1);
            examine(deliveries, "second");
            Chunk first = deliveries.due(Set.of(), 1).get(0);
            change(library, 2);
            examine(deliveries, "third");
            deliveries.end(first, result("second", List.of(1L), List.of(), List.of(2L)));
            Chunk second = deliveries.due(Set.of(), 1).get(0);
            assertThat(second.subscriptions()).containsExactlyInAnyOrder(1L, 2L);
            assertThat(deliveries.recipients(second)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_gets_each_version_once_in_order_whatever_fails_and_however_often_it_is_killed(Databases database) {
        for (int seed = 0; seed < 5; seed++) {
            String where = database.fresh();
            Random random = new Random(seed);
            Map<Long, Integer> has = new HashMap<>();
            int version = 0;
            Library library = library(where, 7);
            for (int step = 0;
                    step < 60 || !library.deliveries().nextDue(Set.of()).isEmpty();
                    step++) {
                Deliveries deliveries = library.deliveries();
                if (step < 60 && random.nextInt(3) == 0) {
                    change(library, ++version);
                }
                if (step >= 60 || random.nextBoolean()) {
                    examine(deliveries, String.valueOf(version));
                }
                for (Chunk chunk : deliveries.due(Set.of(), 1 + random.nextInt(2))) {
                    deliver(deliveries, chunk, version, has, step >= 60 ? 0 : random.nextInt(4), random);
                }
                clock.advance(Duration.ofSeconds(random.nextInt(20)));
                if (random.nextInt(6) == 0) {
                    library.close();
                    library = Library.open(where, clock);
                }
            }
            library.close();
            assertThat(has.values()).as("seed " + seed).hasSize(7).containsOnly(version);
        }
    }

    private void deliver(
            Deliveries deliveries, Chunk chunk, int version, Map<Long, Integer> has, int failing, Random random) {
        List<Long> reached = new ArrayList<>();
        List<Long> failed = new ArrayList<>();
        for (Recipient recipient : deliveries.recipients(chunk)) {
            if (random.nextInt(4) < failing) {
                failed.add(recipient.subscription());
                continue;
            }
            Integer before = has.put(recipient.subscription(), version);
            assertThat(before == null ? -1 : before).isLessThan(version);
            reached.add(recipient.subscription());
        }
        deliveries.end(chunk, result(String.valueOf(version), reached, List.of(), failed));
    }

    private ChunkResult result(String digest, List<Long> reached, List<Long> gone, List<Long> failed) {
        TopicVersion version = new TopicVersion(0, digest, Set.of((long) digest.hashCode()));
        return new ChunkResult(
                version, reached, gone, failed, List.of(), clock.instant().plusSeconds(10));
    }

    private static void examine(Deliveries deliveries, String digest) {
        deliveries.noteChanges();
        Set<Long> seen = new HashSet<>();
        deliveries.stale(10).forEach(topic -> {
            seen.add(topic.number());
            deliveries.examined(topic, digest, Set.of((long) digest.hashCode()), TERMS);
        });
        assertThat(seen).isSubsetOf(TOPIC);
    }

    private static void change(Library library, int number) {
        store(library, Draft.of("a.md").title("Title " + number));
    }

    /** A library with a topic that has this number of subscribers, who all have its first version. */
    private Library library(String where, int subscribers) {
        Library library = Library.open(where, clock);
        store(library, Draft.of("a.md"));
        library.writer().recordScan("reader", "folder");
        library.deliveries().noteChanges();
        library.database().write(handle -> {
            handle.execute("INSERT INTO topic (path_hash, path) VALUES ('hash', '/feed.atom')");
            for (int i = 1; i <= subscribers; i++) {
                subscribe(handle, i);
            }
            return handle.execute("INSERT INTO topic_term (term, topic) VALUES (0, 1)");
        });
        change(library, 0);
        library.deliveries().noteChanges();
        StaleTopic stale = library.deliveries().stale(10).get(0);
        library.deliveries().examined(stale, "first", Set.of(1L), TERMS);
        for (Chunk chunk : library.deliveries().due(Set.of(), 100)) {
            library.deliveries().end(chunk, result("first", chunk.subscriptions(), List.of(), List.of()));
        }
        return library;
    }

    private static void subscribe(Handle handle, int number) {
        int host = number % 4;
        handle.execute(
                "INSERT INTO subscription (topic, asked, callback_hash, callback, host, secret, expires, version)"
                        + " VALUES (1, 'http://feeds.test/feed.atom', ?, ?, ?, '', 4000000000, 0)",
                "hash " + number,
                "http://host-" + host + ".test/" + number,
                "host-" + (host == 0 ? 9 : host) + ".test");
    }
}
