package dev.feedmill.library;

import dev.feedmill.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the follower tells about itself; written by its thread, read by any. */
final class FollowState {
    private final Runnable firstScanDone;
    private volatile Consumer<ScanProgress> progress = step -> {};
    private volatile boolean scanning;
    private volatile long turnedAt = System.nanoTime();
    private volatile Scans scans = new Scans(false, null, null, List.of());

    FollowState(Runnable firstScanDone) {
        this.firstScanDone = firstScanDone;
    }

    private record Scans(
            boolean any, @Nullable Instant lastAt, @Nullable Duration lastTook, List<Problem> problems) {}

    /** The follower got on with its work. */
    void turned() {
        turnedAt = System.nanoTime();
    }

    /** How long ago that was. */
    Duration sinceLastTurn() {
        return Duration.ofNanos(System.nanoTime() - turnedAt);
    }

    void onProgress(Consumer<ScanProgress> listener) {
        progress = listener;
    }

    void progress(long done, long total) {
        turned();
        progress.accept(new ScanProgress(done, total));
    }

    void begins() {
        scanning = true;
    }

    /** The whole folder was compared; {@code problems} are those of folders, not of files. */
    void ends(Instant at, Duration took, List<Problem> problems) {
        scans = new Scans(true, at, took, List.copyOf(problems));
        scanning = false;
        firstScanDone.run();
    }

    /** The folder could not be compared. */
    void fails(List<Problem> problems) {
        Scans last = scans;
        scans = new Scans(last.any(), last.lastAt(), last.lastTook(), List.copyOf(problems));
        scanning = false;
    }

    FolderStatus status(Snapshot snapshot) {
        Scans last = scans;
        List<Problem> problems = new ArrayList<>(last.problems());
        problems.addAll(snapshot.problems());
        return new FolderStatus(
                scanning,
                last.any(),
                snapshot.files(),
                snapshot.served(),
                snapshot.hidden(),
                snapshot.skipped(),
                problems,
                last.lastAt(),
                last.lastTook());
    }
}
