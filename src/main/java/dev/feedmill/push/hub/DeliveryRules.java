package dev.feedmill.push.hub;

import dev.feedmill.setting.SettingValues;
import java.time.Duration;

/**
 * The operator's settings for deliveries.
 *
 * @param firstRetry time after a failed delivery until the next one; each further one waits four times as long
 * @param longestRetry the longest of these times
 * @param atOnce deliveries that are in progress or wait for a connection; no more chunks are begun meanwhile
 */
public record DeliveryRules(Duration firstRetry, Duration longestRetry, int atOnce) {
    public static DeliveryRules of(SettingValues settings) {
        return new DeliveryRules(
                settings.duration("push.first-retry", "10s", "1s", "1d"),
                settings.duration("push.longest-retry", "6h", "1s", "30d"),
                settings.number("push.concurrent-deliveries", 4_000, 1, 1_000_000));
    }

    /**
     * How long to wait after failed deliveries.
     *
     * @param failures how many in a row, at least 1
     */
    public Duration retryAfter(int failures) {
        Duration wait = firstRetry;
        for (int i = 1; i < failures && wait.compareTo(longestRetry) < 0; i++) {
            wait = wait.multipliedBy(4);
        }
        return wait.compareTo(longestRetry) < 0 ? wait : longestRetry;
    }
}
