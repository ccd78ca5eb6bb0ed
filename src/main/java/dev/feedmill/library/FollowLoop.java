package dev.feedmill.library;

import dev.feedmill.problem.Location;
import dev.feedmill.problem.Problem;
import dev.feedmill.reading.ArticleReader;
import dev.feedmill.reading.FolderPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The life of the follower's thread. */
final class FollowLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(FollowLoop.class);
    /** How often to look whether another folder stands under the path, which nobody announces. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Path root;
    private final ArticleReader reader;
    private final Library library;
    private final FollowRules rules;
    private final InstantSource clock;
    private final FollowState state;
    private final Settling settling;

    private volatile boolean stopped;
    private long nextScan = System.nanoTime();
    private @Nullable String identity;
    private Optional<Instant> due = Optional.empty();

    FollowLoop(
            Path folder,
            ArticleReader reader,
            Library library,
            FollowRules rules,
            InstantSource clock,
            FollowState state) {
        this.root = folder.toAbsolutePath().normalize();
        this.reader = reader;
        this.library = library;
        this.rules = rules;
        this.clock = clock;
        this.state = state;
        this.settling = new Settling(rules.settleTime());
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        ExecutorService pool = Executors.newFixedThreadPool(rules.threads(), task -> {
            Thread thread = new Thread(task, "article-reader");
            thread.setDaemon(true);
            return thread;
        });
        try (Watches watches = new Watches(root)) {
            Scan scan = new Scan(new FileReader(root, reader, clock), pool, rules.threads(), library.writer());
            FolderSync sync = new FolderSync(root, reader, library, scan, rules.settleTime(), clock);
            while (!stopped) {
                turn(watches, sync);
            }
        } catch (InterruptedException e) {
            LOG.debug("the follower was told to stop");
        } finally {
            pool.shutdownNow();
        }
    }

    private void turn(Watches watches, FolderSync sync) throws InterruptedException {
        try {
            scanIfNeeded(watches, sync);
            releaseIfDue();
            hear(watches);
            var settled = settling.settled(System.nanoTime());
            if (!settled.isEmpty()) {
                sync.some(settled);
                due = library.writer().nextDue();
            }
        } catch (RuntimeException e) {
            if (stopped) {
                return;
            }
            LOG.error("cannot bring the library up to date, trying again soon", e);
            state.fails(List.of(new Problem(
                    Location.of("."), Problem.Kind.UNREADABLE, "the library could not be brought up to date")));
            nextScan = System.nanoTime() + RETRY_NANOS;
            TimeUnit.NANOSECONDS.sleep(LOOK_NANOS);
        }
    }

    private void scanIfNeeded(Watches watches, FolderSync sync) throws InterruptedException {
        String now = sync.identity();
        boolean replaced = !Objects.equals(now, identity);
        if (!replaced && System.nanoTime() - nextScan < 0) {
            return;
        }
        if (replaced) {
            watches.drop(root);
        }
        long start = System.nanoTime();
        state.begins();
        FolderSync.Outcome outcome = sync.all(watches::add, step -> state.progress(step.done(), step.total()));
        identity = now;
        nextScan =
                System.nanoTime() + (outcome.complete() ? rules.scanInterval().toNanos() : RETRY_NANOS);
        due = library.writer().nextDue();
        if (outcome.complete()) {
            outcome.unsettled().forEach(path -> settling.touch(path, System.nanoTime()));
            state.ends(clock.instant(), Duration.ofNanos(System.nanoTime() - start), outcome.problems());
        } else {
            state.fails(outcome.problems());
        }
    }

    private void releaseIfDue() {
        if (due.isPresent() && !clock.instant().isBefore(due.get())) {
            library.writer().release();
            due = library.writer().nextDue();
        }
    }

    private void hear(Watches watches) throws InterruptedException {
        long now = System.nanoTime();
        long wait = Math.max(0, Math.min(settling.wait(now, LOOK_NANOS), nextScan - now));
        if (due.isPresent()) {
            wait = Math.min(
                    wait,
                    Math.max(0, Duration.between(clock.instant(), due.get()).toMillis()) * 1_000_000L);
        }
        Watches.Heard heard = watches.hear(Duration.ofNanos(wait));
        long heardAt = System.nanoTime();
        for (Path path : heard.paths()) {
            touch(path, watches, heardAt);
        }
        if (heard.lost()) {
            nextScan = heardAt;
        }
    }

    /** A folder that came has content already, and may be given more before it is heard. */
    private void touch(Path path, Watches watches, long now) {
        if (path.equals(root) || FolderView.isHidden(path)) {
            return;
        }
        settling.touch(path, now);
        if (Files.isDirectory(path)) {
            FolderView.of(root, path, watches::add)
                    .files()
                    .keySet()
                    .forEach(file -> settling.touch(FolderPath.file(root, file), now));
        }
    }
}
