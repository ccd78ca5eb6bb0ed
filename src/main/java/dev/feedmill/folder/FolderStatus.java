package dev.feedmill.folder;

import dev.feedmill.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of the folder's files, as one state of the library; {@code files} is always the sum of the three after it.
 *
 * @param scanning whether the whole folder is being compared with the library right now
 * @param firstScanDone whether that has come to its end since the start
 * @param served files whose articles are in feeds
 * @param hidden files whose articles are held back, at least from feeds, due later or over
 * @param skipped files that cannot be served
 * @param problems everything found wrong, by path and line
 * @param lastScanAt end of the last whole scan
 */
public record FolderStatus(
        boolean scanning,
        boolean firstScanDone,
        long files,
        long served,
        long hidden,
        long skipped,
        List<Problem> problems,
        @Nullable Instant lastScanAt,
        @Nullable Duration lastScanTook) {
    public FolderStatus {
        problems = List.copyOf(problems);
    }

    /** The same with more problems, which come first. */
    FolderStatus with(List<Problem> more) {
        List<Problem> all = Stream.concat(more.stream(), problems.stream()).toList();
        return new FolderStatus(scanning, firstScanDone, files, served, hidden, skipped, all, lastScanAt, lastScanTook);
    }
}
