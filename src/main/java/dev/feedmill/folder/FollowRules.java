package dev.feedmill.folder;

import java.time.Duration;

/**
 * How a folder is followed.
 *
 * @param scanInterval between two comparisons of the whole folder, for what a network file system does not announce
 * @param settleTime how long a file must stand still before it is read, where nobody tells that it was closed
 * @param writePause how long a file must stand still before it is read although its writer has not closed it
 * @param threads that read files
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

    /** Five minutes, 300 milliseconds, 30 seconds, one thread for each processor. */
    public static FollowRules defaults() {
        return new FollowRules(
                Duration.ofMinutes(5),
                Duration.ofMillis(300),
                Duration.ofSeconds(30),
                Runtime.getRuntime().availableProcessors());
    }
}
