package dev.feedmill.library;

import java.time.Duration;

/**
 * How a folder is followed.
 *
 * @param scanInterval between two comparisons of the whole folder, for what a network file system does not announce
 * @param settleTime how long a file must stand still before it is read
 * @param threads that read files
 */
public record FollowRules(Duration scanInterval, Duration settleTime, int threads) {
    public FollowRules {
        if (threads < 1 || scanInterval.isNegative() || scanInterval.isZero() || settleTime.isNegative()) {
            throw new IllegalArgumentException("threads and the scan interval must be positive");
        }
    }

    /** Five minutes, 300 milliseconds, one thread for each processor. */
    public static FollowRules defaults() {
        return new FollowRules(
                Duration.ofMinutes(5),
                Duration.ofMillis(300),
                Runtime.getRuntime().availableProcessors());
    }
}
