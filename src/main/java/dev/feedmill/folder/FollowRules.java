package dev.feedmill.folder;

import dev.feedmill.setting.SettingValues;
import java.time.Duration;

/**
 * Settings of the folder follower.
 *
 * @param scanInterval time between two scans, which find changes that a network file system does not report
 * @param settleTime how long a file must be unchanged before it is read, if no event reports that it was closed
 * @param writePause how long a file must be unchanged before it is read although its writer has not closed it
 * @param threads number of threads that read files
 */
public record FollowRules(Duration scanInterval, Duration settleTime, Duration writePause, int threads) {
    public FollowRules {
        if (threads < 1
                || scanInterval.isNegative()
                || scanInterval.isZero()
                || settleTime.isNegative()
                || writePause.isNegative()) {
            throw new IllegalArgumentException(
                    "threads and the scan interval must be positive, the other times not negative");
        }
    }

    /** The rules of the settings, with one thread for each processor. */
    public static FollowRules of(SettingValues settings) {
        return new FollowRules(
                settings.duration("articles.scan-interval", "5m", "1s", "7d"),
                settings.duration("articles.settle-time", "300ms", "0ms", "1m"),
                settings.duration("articles.write-pause", "30s", "0ms", "1h"),
                Runtime.getRuntime().availableProcessors());
    }

    public static FollowRules defaults() {
        return of(SettingValues.DEFAULTS);
    }
}
