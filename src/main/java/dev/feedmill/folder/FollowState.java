package dev.feedmill.folder;

import dev.feedmill.library.query.Snapshot;
import dev.feedmill.problem.Location;
import dev.feedmill.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The follower's state; written by its thread, read by any. */
final class FollowState {
    private final Runnable firstScanDone;
    private final Runnable firstLookDone;
    private volatile Consumer<ScanProgress> progressListener = step -> {};
    private final CompletableFuture<String> end = new CompletableFuture<>();
    private volatile long turnedAt = System.nanoTime();
    private volatile Consumer<FolderLook> lookListener = look -> {};
    /** True from the beginning: until the first scan ends, the library may be incomplete. */
    private volatile boolean scanning = true;

    private volatile Scans scans = new Scans(false, null, null, List.of());

    /**
     * Creates the state before the first look.
     *
     * @param firstScanDone run after each successful scan
     * @param firstLookDone run after each scan, successful or not, once it was reported
     */
    FollowState(Runnable firstScanDone, Runnable firstLookDone) {
        this.firstScanDone = firstScanDone;
        this.firstLookDone = firstLookDone;
    }

    /** Records that the library could not be updated. */
    void recordFailure(String reason) {
        String message = "the library could not be brought up to date: " + reason;
        recordFailure(List.of(new Problem(Location.of("."), Problem.Kind.UNREADABLE, message)));
    }

    /** Records that the folder will not be followed, and why. */
    void recordGivingUp(String reason) {
        end.complete("the folder cannot be followed: " + reason);
    }

    /** Completes with the reason if the follower gives up. */
    CompletableFuture<String> end() {
        return end;
    }

    private record Scans(
            boolean any, @Nullable Instant lastAt, @Nullable Duration lastTook, List<Problem> problems) {}

    /** Records progress of the loop. */
    void recordTurn() {
        turnedAt = System.nanoTime();
    }

    /** Records that it is another server that follows the folder, if any. */
    void recordOther(boolean compared) {
        recordTurn();
        if (compared) {
            scanning = false;
            firstScanDone.run();
            firstLookDone.run();
        }
    }

    /** Time since the last progress of the loop. */
    Duration sinceLastTurn() {
        return Duration.ofNanos(System.nanoTime() - turnedAt);
    }

    void onProgress(Consumer<ScanProgress> listener) {
        progressListener = listener;
    }

    void progress(long done, long total) {
        recordTurn();
        progressListener.accept(new ScanProgress(done, total));
    }

    void onLook(Consumer<FolderLook> listener) {
        lookListener = listener;
    }

    void scanBegins() {
        scanning = true;
    }

    /** Records a successful scan; {@code problems} are those of folders, not of files. */
    void scanEnds(Instant at, Duration took, List<Problem> problems) {
        scans = new Scans(true, at, took, List.copyOf(problems));
        scanning = false;
        firstScanDone.run();
    }

    /** Records a failed scan. */
    void recordFailure(List<Problem> problems) {
        Scans last = scans;
        scans = new Scans(last.any(), last.lastAt(), last.lastTook(), List.copyOf(problems));
        scanning = false;
    }

    void recordLook(FolderLook look) {
        lookListener.accept(look);
        if (look.kind() != FolderLook.Kind.FILES) {
            firstLookDone.run();
        }
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
