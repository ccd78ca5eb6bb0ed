package dev.feedmill.pages.part;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the server is doing, for its operator.
 *
 * @param ready whether feeds are served
 * @param scanning whether the whole folder is being compared right now
 * @param files the sum of the three after it
 * @param hidden drafts, unpublished and later ones
 * @param skipped cannot be served
 * @param lastScanAt end of the last whole scan
 */
public record StatusFacts(
        boolean ready,
        boolean scanning,
        long articles,
        long feeds,
        long files,
        long served,
        long hidden,
        long skipped,
        @Nullable Instant lastScanAt,
        @Nullable Duration lastScanTook,
        List<Fault> faults,
        List<Polls> polls,
        List<Downloads> downloads,
        Program program,
        Cache cache) {
    public StatusFacts {
        faults = List.copyOf(faults);
        polls = List.copyOf(polls);
        downloads = List.copyOf(downloads);
    }

    /**
     * Something wrong in a file.
     *
     * @param kind lower case, words joined by a hyphen
     * @param line 0 where it is about the whole file
     */
    public record Fault(String kind, String file, int line, String message) {}

    /**
     * How often feeds were answered in one way.
     *
     * @param status such as {@code 304}; {@code other}
     * @param total since the start
     * @param minutes of the last minutes, the oldest first, the one that runs last
     */
    public record Polls(String status, long total, List<Long> minutes) {
        public Polls {
            minutes = List.copyOf(minutes);
        }
    }

    /**
     * The program as it runs; sizes in bytes.
     *
     * @param resident what the machine gives it, -1 where the machine does not tell
     */
    public record Program(
            Duration uptime,
            long heapUsed,
            long heapMax,
            long resident,
            String version,
            String java,
            String database) {}

    /** How often a sound or film was fetched since the start, by its path in the folder. */
    public record Downloads(String path, long total) {}

    /** Documents that are kept, and about how many bytes they take. */
    public record Cache(long documents, long bytes) {}
}
