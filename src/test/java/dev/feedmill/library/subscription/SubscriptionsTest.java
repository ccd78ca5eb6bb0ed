package dev.feedmill.library.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.library.Databases;
import dev.feedmill.library.Library;
import dev.feedmill.library.MutableClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Intents and subscriptions in both databases. */
class SubscriptionsTest {
    private static final SubscriptionLimits LIMITS = new SubscriptionLimits(3, 100, 2, 2, 4, 3, 2);

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final MutableClock clock = new MutableClock("2026-01-01T00:00:00Z");

    private static Intent intent(Intent.Mode mode, String path, String host, int callback) {
        return new Intent(
                mode,
                new Intent.Topic(path, "https://feeds.example" + path),
                new Intent.Callback("https://" + host + "/" + callback, host),
                "",
                Duration.ofHours(1));
    }

    private static Intent wanted(String path, String host, int callback) {
        return intent(Intent.Mode.SUBSCRIBE, path, host, callback);
    }

    private static void subscribe(Subscriptions subscriptions, Intent intent) {
        assertThat(subscriptions.ask(intent, "", PAUSE)).isNull();
        for (WaitingIntent waiting : subscriptions.due(10)) {
            assertThat(subscriptions.confirm(waiting.number())).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_intent_waits_until_it_is_confirmed(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            Subscriptions subscriptions = new Subscriptions(library.database(), clock, LIMITS);
            Intent intent = wanted("/feed.rss", "a.example", 1);
            assertThat(subscriptions.ask(intent, "client", PAUSE)).isNull();
            assertThat(subscriptions.counts()).isEqualTo(new SubscriptionCounts(0, 0, 1));

            List<WaitingIntent> due = subscriptions.due(10);
            assertThat(due).extracting(WaitingIntent::intent).containsExactly(intent);
            assertThat(subscriptions.confirm(due.get(0).number())).isNull();
            assertThat(subscriptions.counts()).isEqualTo(new SubscriptionCounts(1, 1, 0));
            assertThat(subscriptions.path("https://feeds.example/feed.rss", "https://a.example/1"))
                    .isEqualTo("/feed.rss");
            assertThat(subscriptions.path("https://feeds.example/feed.rss", "https://a.example/2"))
                    .isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_was_replaced_is_not_confirmed(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            Subscriptions subscriptions = new Subscriptions(library.database(), clock, LIMITS);
            subscribe(subscriptions, wanted("/feed.rss", "a.example", 1));
            assertThat(subscriptions.ask(intent(Intent.Mode.UNSUBSCRIBE, "/feed.rss", "a.example", 1), "", PAUSE))
                    .isNull();
            WaitingIntent end = subscriptions.due(10).get(0);
            assertThat(subscriptions.ask(wanted("/feed.rss", "a.example", 1), "", PAUSE))
                    .isNull();

            assertThat(subscriptions.confirm(end.number())).isNull();
            assertThat(subscriptions.counts()).isEqualTo(new SubscriptionCounts(1, 1, 1));
            assertThat(subscriptions.due(10))
                    .as("its callback was asked just now")
                    .isEmpty();
            clock.set("2026-01-01T00:00:10Z");
            assertThat(subscriptions.due(10)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_end_that_is_confirmed_ends_one_subscription(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            Subscriptions subscriptions = new Subscriptions(library.database(), clock, LIMITS);
            subscribe(subscriptions, wanted("/feed.rss", "a.example", 1));
            subscribe(subscriptions, wanted("/feed.rss", "b.example", 1));
            subscribe(subscriptions, intent(Intent.Mode.UNSUBSCRIBE, "/feed.rss", "a.example", 1));

            assertThat(subscriptions.counts()).isEqualTo(new SubscriptionCounts(1, 1, 0));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_lease_ends_unless_it_is_renewed(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            Subscriptions subscriptions = new Subscriptions(library.database(), clock, LIMITS);
            subscribe(subscriptions, wanted("/feed.rss", "a.example", 1));
            subscribe(subscriptions, wanted("/feed.atom", "a.example", 1));
            clock.set("2026-01-01T00:50:00Z");
            subscribe(subscriptions, wanted("/feed.rss", "a.example", 1));
            assertThat(subscriptions.clean()).isFalse();
            clock.set("2026-01-01T01:00:00Z");

            assertThat(subscriptions.clean()).isTrue();
            assertThat(subscriptions.counts()).isEqualTo(new SubscriptionCounts(1, 1, 0));
            clock.set("2026-01-01T01:50:00Z");
            assertThat(subscriptions.clean()).isTrue();
            assertThat(subscriptions.clean()).isFalse();
            assertThat(subscriptions.counts()).isEqualTo(new SubscriptionCounts(0, 0, 0));
        }
    }

    @ParameterizedTest
    @EnumSource
    void subscriptions_are_limited(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            Subscriptions subscriptions = new Subscriptions(library.database(), clock, LIMITS);
            subscribe(subscriptions, wanted("/feed.rss", "a.example", 1));
            subscribe(subscriptions, wanted("/feed.rss", "b.example", 1));

            assertThat(subscriptions.ask(wanted("/feed.rss", "c.example", 1), "", PAUSE))
                    .isEqualTo(Refusal.TOO_MANY_OF_TOPIC);
            assertThat(subscriptions.ask(wanted("/feed.rss", "b.example", 1), "", PAUSE))
                    .isNull();
            subscribe(subscriptions, wanted("/feed.atom", "a.example", 1));
            assertThat(subscriptions.ask(wanted("/feed.json", "a.example", 2), "", PAUSE))
                    .isEqualTo(Refusal.TOO_MANY);
            subscribe(subscriptions, intent(Intent.Mode.UNSUBSCRIBE, "/feed.rss", "b.example", 1));
            assertThat(subscriptions.ask(wanted("/feed.json", "a.example", 2), "", PAUSE))
                    .isEqualTo(Refusal.TOO_MANY_OF_HOST);
        }
    }

    @ParameterizedTest
    @EnumSource
    void intents_are_limited_also_those_that_failed_just_now(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            Subscriptions subscriptions = new Subscriptions(library.database(), clock, LIMITS);
            assertThat(subscriptions.ask(wanted("/feed.rss", "a.example", 1), "x", PAUSE))
                    .isNull();
            assertThat(subscriptions.ask(wanted("/feed.rss", "a.example", 2), "x", PAUSE))
                    .isNull();
            assertThat(subscriptions.ask(wanted("/feed.rss", "b.example", 3), "x", PAUSE))
                    .isEqualTo(Refusal.TOO_MANY_INTENTS_OF_CLIENT);
            assertThat(subscriptions.ask(wanted("/feed.rss", "a.example", 3), "y", PAUSE))
                    .isNull();
            assertThat(subscriptions.ask(wanted("/feed.rss", "a.example", 4), "y", PAUSE))
                    .isEqualTo(Refusal.TOO_MANY_INTENTS_OF_HOST);
            assertThat(subscriptions.ask(wanted("/feed.rss", "b.example", 1), "", PAUSE))
                    .isNull();
            assertThat(subscriptions.ask(wanted("/feed.rss", "c.example", 1), "", PAUSE))
                    .isEqualTo(Refusal.TOO_MANY_INTENTS);

            for (WaitingIntent waiting : subscriptions.due(10)) {
                subscriptions.fail(waiting.number(), Duration.ofMinutes(1));
            }
            assertThat(subscriptions.due(10)).isEmpty();
            assertThat(subscriptions.ask(wanted("/feed.rss", "a.example", 1), "x", PAUSE))
                    .isEqualTo(Refusal.FAILED_JUST_NOW);
            clock.set("2026-01-01T00:01:00Z");
            assertThat(subscriptions.clean()).isTrue();
            assertThat(subscriptions.ask(wanted("/feed.rss", "a.example", 1), "x", PAUSE))
                    .isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_callback_that_is_away_is_asked_again_later(Databases database) {
        try (Library library = Library.open(database.fresh(), clock)) {
            Subscriptions subscriptions = new Subscriptions(library.database(), clock, LIMITS);
            assertThat(subscriptions.ask(wanted("/feed.rss", "a.example", 1), "", PAUSE))
                    .isNull();
            subscriptions.postpone(subscriptions.due(10).get(0).number(), Duration.ofSeconds(10));

            assertThat(subscriptions.due(10)).isEmpty();
            clock.set("2026-01-01T00:00:10Z");
            assertThat(subscriptions.due(10))
                    .extracting(WaitingIntent::attempts)
                    .containsExactly(1);
        }
    }
}
