package dev.feedmill.folder;

import dev.feedmill.folder.watch.FolderWatcher;
import dev.feedmill.library.Library;
import dev.feedmill.library.sql.LeaseLostException;
import dev.feedmill.reading.ArticleReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The main loop of the follower's thread. */
final class FollowLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(FollowLoop.class);
    /** Interval between checks whether another folder has replaced the one at the path; no event reports that. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Path root;
    private final ReaderSource readers;
    private final Library library;
    private final FollowRules rules;
    private final InstantSource clock;
    private final Function<Path, FolderWatcher> makeWatcher;
    private final FollowState state;
    private final WriteDebouncer debouncer;
    private final EventDispatcher events;
    private final DueArticles dueArticles;
    private final FollowFailures failures;
    private final Retries<Path> fileRetries;
    private final Retries<Path> folderRetries;

    private volatile boolean stopped;
    private volatile @Nullable FolderWatcher openWatcher;
    private boolean eventsLost;
    /** Whether the current configurations are known, so that a scan may run. */
    private boolean configurationsKnown = true;

    private boolean scanPostponed;
    private long configurationsWait;
    private boolean wordsFull;
    /** Whether a transaction failed in a way that leaves its outcome unknown. */
    private boolean outcomeUnknown;

    private long nextScan = System.nanoTime();
    private @Nullable String identity;
    private ArticleReader reader;

    FollowLoop(
            Path folder,
            ReaderSource readers,
            Library library,
            FollowRules rules,
            InstantSource clock,
            Function<Path, FolderWatcher> makeWatcher,
            FollowFailures failures,
            FollowState state) {
        this.root = folder.toAbsolutePath().normalize();
        this.readers = readers;
        this.reader = readers.latest();
        this.library = library;
        this.rules = rules;
        this.clock = clock;
        this.makeWatcher = makeWatcher;
        this.failures = failures;
        this.state = state;
        this.debouncer = new WriteDebouncer(rules);
        this.events = new EventDispatcher(root, readers, library, debouncer);
        this.dueArticles = new DueArticles(root, library, clock, debouncer);
        this.fileRetries = new Retries<>(rules.scanInterval());
        this.folderRetries = new Retries<>(rules.scanInterval());
    }

    void stop() {
        stopped = true;
        FolderWatcher watcher = openWatcher;
        if (watcher != null) {
            watcher.wake();
        }
    }

    /** Continues after every failure until it is closed: feed readers cannot see that the folder is not followed. */
    @Override
    @SuppressWarnings("CatchingThrowable") // memory or threads may become available again
    public void run() {
        while (!stopped) {
            try {
                follow();
            } catch (InterruptedException e) {
                LOG.debug("the follower was interrupted");
            } catch (LeaseLostException e) {
                LOG.debug("the library is another server's", e);
                return;
            } catch (Throwable e) {
                fail(e);
            }
        }
    }

    private void fail(Throwable fault) {
        nextScan = System.nanoTime();
        outcomeUnknown = true;
        if (stopped) {
            return;
        }
        try {
            String reason = failures.recordFailure(fault);
            state.recordFailure(reason);
            if (failures.isHopeless()) {
                stopped = true;
                state.recordGivingUp(reason);
                return;
            }
            TimeUnit.NANOSECONDS.sleep(failures.pause().toNanos());
        } catch (InterruptedException e) {
            LOG.debug("the follower was interrupted");
        } catch (OutOfMemoryError e) {
            // There is not even enough memory to report the failure.
            Thread.onSpinWait();
        }
    }

    private void follow() throws InterruptedException {
        ExecutorService pool = ReadAhead.pool(rules.threads());
        try (FolderWatcher watcher = makeWatcher.apply(root)) {
            openWatcher = watcher;
            FolderSync sync = sync(pool);
            identity = null;
            while (!stopped) {
                if (reader != readers.latest()) {
                    sync = sync(pool);
                    eventsLost = true; // files may have become articles, or no longer be articles
                    configurationsKnown = true;
                }
                runOnce(watcher, sync);
                state.recordTurn();
                failures.recordSuccess();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private FolderSync sync(ExecutorService pool) {
        reader = readers.latest();
        FileReader one = new FileReader(root, reader, clock);
        ScanPipeline scan = new ScanPipeline(new ReadAhead(one, pool, rules.threads()), library, one::state);
        return new FolderSync(root, reader, library, scan, rules.settleTime(), clock);
    }

    private void runOnce(FolderWatcher watcher, FolderSync sync) throws InterruptedException {
        if (outcomeUnknown) {
            library.writer().confirmOutcome();
            outcomeUnknown = false;
        }
        library.files().requireAvailable();
        configurationsWait = 0;
        scanIfNeeded(watcher, sync);
        dueArticles.publishAndExpire();
        eventsLost |= events.poll(watcher, reader, untilNext());
        long polledAt = System.nanoTime();
        if (configurationsWait > 0 || !mayRead(polledAt)) {
            // Files that arrived together with a configuration must be read with it.
            return;
        }
        fileRetries.due(polledAt).forEach(path -> debouncer.expect(path, polledAt));
        WriteDebouncer.Due ready = debouncer.due(polledAt);
        if (!ready.isEmpty()) {
            long now = System.nanoTime();
            FolderSync.Unfinished left = sync.compare(ready);
            left.unsettled().forEach(path -> debouncer.expect(path, now));
            left.waiting().forEach(path -> debouncer.hold(path, now));
            state.recordLook(FolderLook.of(left));
            ready.settled().stream()
                    .filter(path -> !left.failing().contains(path))
                    .forEach(fileRetries::succeeded);
            left.failing().forEach(path -> fileRetries.failed(path, now));
            // Only a scan reports the problems of a folder, and their end.
            eventsLost |= left.doubtful();
            dueArticles.reload();
        }
        fillWords();
    }

    /** Whether files may be read: the reader is current and, if any file is due, configurations are settled. */
    private boolean mayRead(long now) {
        return (untilNextFile(now) > 0 || areSettled()) && reader == readers.latest();
    }

    private boolean areSettled() {
        configurationsWait = readers.untilSettled().toNanos();
        return configurationsWait == 0;
    }

    private void scanIfNeeded(FolderWatcher watcher, FolderSync sync) throws InterruptedException {
        String now = sync.identity();
        boolean replaced = !Objects.equals(now, identity);
        if (!replaced && !eventsLost && System.nanoTime() - nextScan < 0) {
            return;
        }
        if (!configurationsKnown) {
            readers.onEvent("");
            configurationsKnown = true;
        }
        if (!areSettled() || reader != readers.latest()) {
            return;
        }
        if (replaced) {
            watcher.drop(root);
        }
        long start = System.nanoTime();
        FolderSync.Outcome outcome = scan(watcher, sync);
        scanPostponed = outcome == null;
        if (outcome == null) {
            eventsLost = true;
            return;
        }
        configurationsKnown = false;
        if (identity == null) {
            readers.onEvent(""); // changes before the watch began caused no events
        }
        identity = now;
        recordScan(outcome, Duration.ofNanos(System.nanoTime() - start));
        state.recordLook(FolderLook.of(outcome));
    }

    /** Scans the folder; returns null if a configuration changes meanwhile. */
    private FolderSync.@Nullable Outcome scan(FolderWatcher watcher, FolderSync sync) throws InterruptedException {
        state.scanBegins();
        library.writer().rewind();
        eventsLost = false;
        return sync.scan(
                watcher::add,
                () -> {
                    eventsLost |= events.poll(watcher, reader, Duration.ZERO);
                    if (!scanPostponed && !(areSettled() && reader == readers.latest())) {
                        return null;
                    }
                    long listed = System.nanoTime();
                    return new FolderSync.PendingEvents.State(
                            path -> debouncer.isOpen(path, listed), debouncer.isQuiet(listed));
                },
                step -> state.progress(step.done(), step.total()));
    }

    private void recordScan(FolderSync.Outcome outcome, Duration duration) {
        dueArticles.reload();
        long now = System.nanoTime();
        nextScan = now + (outcome.complete() ? rules.scanInterval().toNanos() : RETRY_NANOS);
        if (!outcome.complete()) {
            folderRetries.succeeded(root);
            state.recordFailure(outcome.problems());
            return;
        }
        if (reader == readers.latest()) {
            readers.applied();
        }
        fileRetries.retain(outcome.failing());
        outcome.failing().forEach(path -> fileRetries.failed(path, now));
        if (outcome.problems().isEmpty()) {
            folderRetries.succeeded(root);
        } else {
            folderRetries.failed(root, now);
            nextScan = Math.min(nextScan, now + folderRetries.untilNext(now, Long.MAX_VALUE / 2));
        }
        outcome.unsettled().forEach(path -> debouncer.expect(path, now));
        outcome.waiting().forEach(path -> debouncer.hold(path, now));
        state.scanEnds(clock.instant(), duration, outcome.allProblems());
    }

    /** Indexes words in small steps, so that changes need not wait. */
    private void fillWords() {
        if (identity != null && !wordsFull) {
            wordsFull = library.writer().fillWords();
        }
    }

    private Duration untilNext() {
        if (configurationsWait > 0) {
            return Duration.ofNanos(configurationsWait);
        }
        if (eventsLost || (identity != null && !wordsFull)) {
            return Duration.ZERO;
        }
        long now = System.nanoTime();
        long wait = Math.max(0, Math.min(untilNextFile(now), nextScan - now));
        return Duration.ofNanos(dueArticles.waitAtMost(wait));
    }

    private long untilNextFile(long now) {
        return debouncer.untilNext(now, fileRetries.untilNext(now, LOOK_NANOS));
    }
}
