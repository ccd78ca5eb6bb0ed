package dev.feedmill.feed.item;

import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A polling interval as an RSS 1.0 syndication period (web.resource.org/rss/1.0/modules/syndication).
 *
 * @param period {@code hourly}, {@code daily} and so on
 * @param frequency polls per period
 */
public record SyndicationPeriod(String period, long frequency) {
    private static final SortedMap<Long, String> PERIODS = new TreeMap<>(Map.of(
            Duration.ofHours(1).toSeconds(), "hourly",
            Duration.ofDays(1).toSeconds(), "daily",
            Duration.ofDays(7).toSeconds(), "weekly",
            Duration.ofDays(365).toSeconds(), "yearly"));

    /** The period; null if none is a whole multiple of the interval: no value is better than a wrong one. */
    public static @Nullable SyndicationPeriod of(Duration interval) {
        long seconds = interval.toSeconds();
        for (Map.Entry<Long, String> period : PERIODS.entrySet()) {
            if (period.getKey() % seconds == 0) {
                return new SyndicationPeriod(period.getValue(), period.getKey() / seconds);
            }
        }
        return null;
    }
}
