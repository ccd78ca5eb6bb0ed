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
    private volatile Consumer<ScanProgress> progress = step -> {};
    private final CompletableFuture<String> end = new CompletableFuture<>();
    private volatile long turnedAt = System.nanoTime();
    private volatile Consumer<FolderLook> looked = look -> {};
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
    void fails(String reason) {
        String message = "the library could not be brought up to date: " + reason;
        fails(List.of(new Problem(Location.of("."), Problem.Kind.UNREADABLE, message)));
    }

    /** Records that the folder will not be followed, and why. */
    void givesUp(String reason) {
        end.complete("the folder cannot be followed: " + reason);
    }

    /** Completes with the reason if the follower gives up. */
    CompletableFuture<String> end() {
        return end;
    }

    private record Scans(
            boolean any, @Nullable Instant lastAt, @Nullable Duration lastTook, List<Problem> problems) {}

    /** Records progress of the loop. */
    void turned() {
        turnedAt = System.nanoTime();
    }

    /** Time since the last progress of the loop. */
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

    void onLook(Consumer<FolderLook> listener) {
        looked = listener;
    }

    void begins() {
        scanning = true;
    }

    /** Records a successful scan; {@code problems} are those of folders, not of files. */
    void ends(Instant at, Duration took, List<Problem> problems) {
        scans = new Scans(true, at, took, List.copyOf(problems));
        scanning = false;
        firstScanDone.run();
    }

    /** Records a failed scan. */
    void fails(List<Problem> problems) {
        Scans last = scans;
        scans = new Scans(last.any(), last.lastAt(), last.lastTook(), List.copyOf(problems));
        scanning = false;
    }

    void looked(FolderLook look) {
        looked.accept(look);
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
