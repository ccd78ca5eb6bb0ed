package dev.feedmill.folder;

import dev.feedmill.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts and problems of the folder's files, from one state of the library; {@code files} is always the sum of the
 * three counts after it.
 *
 * @param scanning whether a scan is in progress
 * @param firstScanDone whether a scan has succeeded since the start
 * @param served files whose articles are in feeds
 * @param hidden files whose articles are held back: not in feeds, due later, or expired
 * @param skipped paths of files that cannot be served
 * @param problems all problems, by path and line
 * @param lastScanAt end of the last scan
 */
public record FolderStatus(
        boolean scanning,
        boolean firstScanDone,
        long files,
        long served,
        long hidden,
        Set<String> skipped,
        List<Problem> problems,
        @Nullable Instant lastScanAt,
        @Nullable Duration lastScanTook) {
    public FolderStatus {
        skipped = Set.copyOf(skipped);
        problems = List.copyOf(problems);
    }

    /** The counts in words. */
    public String counts() {
        return served + " served, " + hidden + " hidden, " + skipped.size() + " skipped";
    }

    /** This status with more problems, which come first. */
    public FolderStatus with(List<Problem> more) {
        List<Problem> all = Stream.concat(more.stream(), problems.stream()).toList();
        return new FolderStatus(scanning, firstScanDone, files, served, hidden, skipped, all, lastScanAt, lastScanTook);
    }
}
