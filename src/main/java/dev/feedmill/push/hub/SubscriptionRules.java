package dev.feedmill.push.hub;

import dev.feedmill.library.subscription.SubscriptionLimits;
import dev.feedmill.setting.SettingValues;
import java.time.Duration;

/**
 * The operator's settings for subscriptions to the hub.
 *
 * @param hub whether there is one
 * @param maxFormSize most bytes of a request
 * @param maxUrlLength most characters of a topic or callback
 */
public record SubscriptionRules(
        boolean hub,
        Leases leases,
        Verification verification,
        SubscriptionLimits limits,
        long maxFormSize,
        int maxUrlLength) {
    public static SubscriptionRules of(SettingValues settings) {
        return new SubscriptionRules(
                settings.yes("push.hub", false),
                Leases.of(settings),
                Verification.of(settings),
                new SubscriptionLimits(
                        settings.number("push.max-subscriptions", 100_000, 1, 10_000_000),
                        settings.number("push.max-topics", 5_000, 1, 10_000_000),
                        settings.number("push.max-per-topic", 50_000, 1, 10_000_000),
                        settings.number("push.max-per-host", 10_000, 1, 10_000_000),
                        settings.number("push.max-intents", 1_000, 1, 100_000),
                        settings.number("push.max-intents-per-host", 50, 1, 100_000),
                        settings.number("push.max-intents-per-client", 200, 1, 100_000)),
                settings.size("push.max-form-size", "16kB", "1kB", "1MB"),
                settings.number("push.max-url-length", 2_000, 100, 8_000));
    }

    /**
     * How long subscriptions last.
     *
     * @param lease unless the subscriber says how long
     * @param minLease the least that a subscriber gets
     * @param maxLease the most
     */
    public record Leases(Duration lease, Duration minLease, Duration maxLease) {
        private static Leases of(SettingValues settings) {
            return new Leases(
                    settings.duration("push.lease", "10d", "1m", "3650d"),
                    settings.duration("push.min-lease", "1h", "1s", "3650d"),
                    settings.duration("push.max-lease", "30d", "1m", "3650d"));
        }

        /** The lease that is nearest to the one wanted. */
        Duration nearest(Duration wanted) {
            Duration least = wanted.compareTo(minLease) < 0 ? minLease : wanted;
            return least.compareTo(maxLease) > 0 ? maxLease : least;
        }
    }

    /**
     * How callbacks are asked whether they want what somebody asked for them.
     *
     * @param verifyAttempts how often, if there is no response
     * @param verifyPause until the second time; later pauses are longer
     * @param failurePause for which a callback that did not confirm is not asked again
     */
    public record Verification(int verifyAttempts, Duration verifyPause, Duration failurePause) {
        private static Verification of(SettingValues settings) {
            return new Verification(
                    settings.number("push.verify-attempts", 3, 1, 100),
                    settings.duration("push.verify-pause", "10s", "1s", "1h"),
                    settings.duration("push.failure-pause", "1m", "1s", "1d"));
        }

        /** The pause after so many attempts in vain, counted from 1. */
        Duration pause(int attempts) {
            return verifyPause.multipliedBy(1L << Math.min(2 * (attempts - 1), 16));
        }
    }
}
