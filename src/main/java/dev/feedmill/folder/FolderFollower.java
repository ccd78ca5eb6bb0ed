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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the library equal to a folder, on a thread of its own: scans the whole at the start and at intervals, watches
 * for changes in between, and releases articles when they are due.
 */
public final class FolderFollower implements AutoCloseable {
    private final Path folder;
    private final ReaderSource readers;
    private final InstantSource clock;
    private final Library library;
    private final Supplier<FollowLoop> loops;
    private @Nullable Following following;
    private final CountDownLatch firstScan = new CountDownLatch(1);
    private final CountDownLatch firstLook = new CountDownLatch(1);
    private final FollowState state = new FollowState(firstScan::countDown, firstLook::countDown);

    /** Creates a follower; it does nothing before {@link #start}. */
    public FolderFollower(Path folder, ArticleReader reader, Library library, FollowRules rules, InstantSource clock) {
        this(folder, ReaderSource.of(() -> reader), library, rules, clock);
    }

    /** Creates a follower whose readers depend on the current configurations. */
    public FolderFollower(Path folder, ReaderSource readers, Library library, FollowRules rules, InstantSource clock) {
        this(folder, readers, library, rules, clock, FolderWatcher::of, new FollowFailures());
    }

    public FolderFollower(
            Path folder,
            ArticleReader reader,
            Library library,
            FollowRules rules,
            InstantSource clock,
            Function<Path, FolderWatcher> makeWatcher,
            FollowFailures failures) {
        this(folder, ReaderSource.of(() -> reader), library, rules, clock, makeWatcher, failures);
    }

    private FolderFollower(
            Path folder,
            ReaderSource readers,
            Library library,
            FollowRules rules,
            InstantSource clock,
            Function<Path, FolderWatcher> makeWatcher,
            FollowFailures failures) {
        this.folder = folder.toAbsolutePath().normalize();
        this.readers = readers;
        this.clock = clock;
        this.library = library;
        this.loops = () -> new FollowLoop(folder, readers, library, rules, clock, makeWatcher, failures, state);
    }

    private record Following(FollowLoop loop, Thread thread) {}

    /** Sets the listener for scan progress, called on the follower's thread; set it before {@link #start}. */
    public void onProgress(Consumer<ScanProgress> listener) {
        state.onProgress(listener);
    }

    /**
     * Sets the listener for the result of each look at the folder, called on the follower's thread; set it before
     * {@link #start}.
     */
    public void onLook(Consumer<FolderLook> listener) {
        state.onLook(listener);
    }

    /**
     * Requires that the library was filled from this folder or one that shares files with it. Otherwise a scan would
     * remove everything that is known.
     *
     * @throws LibraryException if the library belongs to an unrelated folder
     */
    public void requireKinship() {
        FileReader files = new FileReader(folder, readers.latest(), clock);
        if (!new FolderKinship(folder, library, files).isRelated()) {
            throw new LibraryException("the library holds the articles of another folder, and " + folder
                    + " has none of them; name another place with --data, or set library.accept-other-folder"
                    + " to take them away");
        }
    }

    /** Starts the thread and returns at once; to be called again only after {@link #end}. */
    public synchronized void start() {
        FollowLoop loop = loops.get();
        Thread thread = new Thread(loop, "folder-follower");
        thread.setDaemon(true);
        following = new Following(loop, thread);
        thread.start();
    }

    /**
     * Notes that it is another server that follows the folder, if any.
     *
     * @param compared whether that has compared the whole folder
     */
    public void noteOther(boolean compared) {
        state.recordOther(compared);
    }

    /**
     * Completes with the reason if the folder will never be followed, because a required resource is not available.
     */
    public CompletionStage<String> ended() {
        return state.end();
    }

    /** Time since the follower's loop last made progress; it does so all the time, even if nothing changes. */
    public Duration sinceLastTurn() {
        return state.sinceLastTurn();
    }

    /** Whether one scan of the whole folder has succeeded. */
    public boolean hasCompared() {
        return firstScan.getCount() == 0;
    }

    /** Waits until one scan of the whole folder has succeeded. */
    public void awaitFirstScan() throws InterruptedException {
        firstScan.await();
    }

    /** Waits until one scan of the whole folder has succeeded, or until the timeout; returns whether it has. */
    public boolean awaitFirstScan(Duration atMost) throws InterruptedException {
        return firstScan.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits for the first attempt to scan the whole folder, successful or not, or until the timeout. */
    public boolean awaitFirstLook(Duration atMost) throws InterruptedException {
        return firstLook.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Counts and problems of the files, from one state of the library, with problems of configurations. */
    public FolderStatus status() {
        return statusOfFiles().with(readers.problems());
    }

    /** Counts and problems of the files, from one state of the library. */
    public FolderStatus statusOfFiles() {
        return state.status(library.files().snapshot());
    }

    /** Articles that are held back, by path. */
    public List<HeldArticle> heldBack() {
        return library.files().heldBack(clock.instant());
    }

    /** Files that a site's configuration excludes from its articles, by path; walks the folder. */
    public List<HeldArticle> excludedArticles() {
        ArticleReader reader = readers.latest();
        Map<String, String> reasons = new TreeMap<>();
        FolderListing.of(
                folder,
                folder,
                path -> {
                    String reason = reader.exclusionReason(path);
                    return reason != null && reasons.put(path, reason) == null;
                },
                below -> {});
        return reasons.entrySet().stream()
                .map(file -> HeldArticle.excluded(file.getKey(), file.getValue()))
                .toList();
    }

    /** Problems of these files, from the library. */
    public List<Problem> problems(Collection<String> files) {
        return library.files().problems(files);
    }

    /** Stops after the current file, and waits until nothing more can be written. */
    public void end() {
        stop(Duration.ZERO);
    }

    /** Stops after the current file; the library stays consistent, and the next start continues from there. */
    @Override
    public void close() {
        stop(Duration.ofSeconds(5));
    }

    /** @param atMost how long to wait; zero for as long as it takes */
    private void stop(Duration atMost) {
        Following last;
        synchronized (this) {
            last = following;
            following = null;
        }
        if (last == null) {
            return;
        }
        last.loop().stop();
        try {
            last.thread().interrupt();
            last.thread().join(atMost.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
