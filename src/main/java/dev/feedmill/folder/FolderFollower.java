package dev.feedmill.folder;

import dev.feedmill.folder.watch.FolderWatcher;
import dev.feedmill.library.Library;
import dev.feedmill.library.query.HeldArticle;
import dev.feedmill.library.sql.LibraryException;
import dev.feedmill.problem.Problem;
import dev.feedmill.reading.ArticleReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Keeps the library equal to a folder, on one thread of its own: compares the whole at the start and from time to time,
 * watches for changes in between, and lets articles out when they are due.
 */
public final class FolderFollower implements AutoCloseable {
    private final Path folder;
    private final ReaderSource readers;
    private final InstantSource clock;
    private final Library library;
    private final FollowLoop loop;
    private final Thread thread;
    private final CountDownLatch firstScan = new CountDownLatch(1);
    private final CountDownLatch firstLook = new CountDownLatch(1);
    private final FollowState state = new FollowState(firstScan::countDown, firstLook::countDown);

    /** Does nothing before {@link #start}. */
    public FolderFollower(Path folder, ArticleReader reader, Library library, FollowRules rules, InstantSource clock) {
        this(folder, ReaderSource.of(() -> reader), library, rules, clock);
    }

    /** The same with readers that go by what configurations say now. */
    public FolderFollower(Path folder, ReaderSource readers, Library library, FollowRules rules, InstantSource clock) {
        this(folder, readers, library, rules, clock, FolderWatcher::of, new Failures());
    }

    public FolderFollower(
            Path folder,
            ArticleReader reader,
            Library library,
            FollowRules rules,
            InstantSource clock,
            Function<Path, FolderWatcher> ways,
            Failures failures) {
        this(folder, ReaderSource.of(() -> reader), library, rules, clock, ways, failures);
    }

    private FolderFollower(
            Path folder,
            ReaderSource readers,
            Library library,
            FollowRules rules,
            InstantSource clock,
            Function<Path, FolderWatcher> ways,
            Failures failures) {
        this.folder = folder.toAbsolutePath().normalize();
        this.readers = readers;
        this.clock = clock;
        this.library = library;
        this.loop = new FollowLoop(folder, readers, library, rules, clock, ways, failures, state);
        this.thread = new Thread(loop, "folder-follower");
        this.thread.setDaemon(true);
    }

    /** Told now and then during a scan of the whole folder, on the follower's thread; set it before {@link #start}. */
    public void onProgress(Consumer<ScanProgress> listener) {
        state.onProgress(listener);
    }

    /** Told what came of each look at the folder, on the follower's thread; set it before {@link #start}. */
    public void onLook(Consumer<FolderLook> listener) {
        state.onLook(listener);
    }

    /**
     * Makes sure that the library was not filled from another folder with which this one has nothing in common: all that is
     * known would be taken away.
     *
     * @throws LibraryException where it was
     */
    public void requireKinship() {
        FileReader files = new FileReader(folder, readers.latest(), clock);
        if (!new FolderKinship(folder, library, files).isThere()) {
            throw new LibraryException("the library holds the articles of another folder, and " + folder
                    + " has none of them; name another place with --data, or set library.accept-other-folder"
                    + " to take them away");
        }
    }

    /** Returns at once; call it only once. */
    public void start() {
        thread.start();
    }

    /** Completes with the reason where the folder will never be followed: nothing that is needed for it can be had. */
    public CompletionStage<String> ended() {
        return state.end();
    }

    /** How long ago it last got on with its work, which it does all the time, whether something changes or not. */
    public Duration sinceLastTurn() {
        return state.sinceLastTurn();
    }

    /** Whether the whole folder has been compared once. */
    public boolean hasCompared() {
        return firstScan.getCount() == 0;
    }

    /** Waits until the whole folder has been compared once. */
    public void awaitFirstScan() throws InterruptedException {
        firstScan.await();
    }

    /** Waits until the whole folder has been compared once, but not longer than this; whether it has. */
    public boolean awaitFirstScan(Duration atMost) throws InterruptedException {
        return firstScan.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The same, and also where the folder could not be compared. */
    public boolean awaitFirstLook(Duration atMost) throws InterruptedException {
        return firstLook.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What became of the files, as one state of the library, and what is wrong with configurations. */
    public FolderStatus status() {
        return statusOfFiles().with(readers.problems());
    }

    /** What became of the files, as one state of the library. */
    public FolderStatus statusOfFiles() {
        return state.status(library.files().snapshot());
    }

    /** Articles that are held back, by path. */
    public List<HeldArticle> heldBack() {
        return library.files().heldBack(clock.instant());
    }

    /** Files that are no articles because configurations of sites say so, by path; looks through the folder. */
    public List<HeldArticle> leftOut() {
        ArticleReader reader = readers.latest();
        Map<String, String> reasons = new TreeMap<>();
        FolderView.of(
                folder,
                folder,
                path -> {
                    String reason = reader.leftOutBy(path);
                    return reason != null && reasons.put(path, reason) == null;
                },
                below -> {});
        return reasons.entrySet().stream()
                .map(file -> HeldArticle.leftOut(file.getKey(), file.getValue()))
                .toList();
    }

    /** What is wrong with these files, as the library has it. */
    public List<Problem> problems(Collection<String> files) {
        return library.files().problems(files);
    }

    /** Stops between two files; the library stays consistent, and the next start goes on from there. */
    @Override
    public void close() {
        loop.stop();
        try {
            thread.interrupt();
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
