package dev.feedmill.folder;

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

    /** The default: five minutes, 300 milliseconds, 30 seconds, one thread for each processor. */
    public static FollowRules defaults() {
        return new FollowRules(
                Duration.ofMinutes(5),
                Duration.ofMillis(300),
                Duration.ofSeconds(30),
                Runtime.getRuntime().availableProcessors());
    }
}
