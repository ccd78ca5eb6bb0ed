package dev.feedmill.library;

import dev.feedmill.folder.FileReader;
import dev.feedmill.folder.FolderSync;
import dev.feedmill.folder.FollowRules;
import dev.feedmill.folder.ReadAhead;
import dev.feedmill.folder.ScanPipeline;
import dev.feedmill.folder.WriteDebouncer;
import dev.feedmill.folder.watch.FileEvent;
import dev.feedmill.reading.ArticleReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The follower of a folder without its thread: it gets events from the test, and its time passes as fast as it has work. */
public final class SimulatedFollower implements AutoCloseable {
    private static final int THREADS = 2;
    private static final int MAX_MOMENTS = 2_000;
    private static final long FAR = Long.MAX_VALUE / 4;
    private static final FollowRules RULES =
            new FollowRules(Duration.ofHours(1), Duration.ofMillis(60), Duration.ofSeconds(30), THREADS);

    private final Path folder;
    private final Library library;
    private final FolderSync sync;
    private final ExecutorService pool = Executors.newFixedThreadPool(THREADS);

    /** @param data an empty library */
    public SimulatedFollower(Path folder, String data) {
        this.folder = folder;
        InstantSource clock = InstantSource.fixed(Instant.parse("2030-01-01T00:00:00Z"));
        library = Library.open(data, clock);
        ArticleReader articles = Folder.reader();
        FileReader files = new FileReader(folder, articles, clock);
        ScanPipeline scan = new ScanPipeline(new ReadAhead(files, pool, THREADS), library, files::state);
        sync = new FolderSync(folder, articles, library, scan, RULES.settleTime(), clock);
    }

    /** Scans the whole folder, as after a start. */
    public void compare() throws InterruptedException {
        FolderSync.Outcome outcome =
                sync.scan(path -> {}, () -> new FolderSync.PendingEvents.State(path -> false, true), step -> {});
        if (outcome == null || !outcome.complete()) {
            throw new IllegalStateException("not all could be read: " + outcome);
        }
        WriteDebouncer debouncer = new WriteDebouncer(RULES);
        outcome.unsettled().forEach(path -> debouncer.expect(path, 0));
        outcome.waiting().forEach(path -> debouncer.hold(path, 0));
        settle(debouncer);
    }

    /** Handles events of these paths at once. */
    public void hear(Set<String> paths, boolean complete) throws InterruptedException {
        WriteDebouncer debouncer = new WriteDebouncer(RULES);
        paths.forEach(
                path -> debouncer.touch(folder.resolve(path), complete ? FileEvent.COMPLETE : FileEvent.UNCLEAR, 0));
        settle(debouncer);
    }

    private void settle(WriteDebouncer debouncer) throws InterruptedException {
        long now = 0;
        for (int i = 0; i < MAX_MOMENTS; i++) {
            long wait = debouncer.untilNext(now, FAR);
            if (wait == FAR) {
                return;
            }
            now += Math.max(wait, 1);
            WriteDebouncer.Due due = debouncer.due(now);
            if (!due.isEmpty()) {
                look(debouncer, due, now);
            }
        }
        throw new IllegalStateException("the folder never is quiet");
    }

    private void look(WriteDebouncer debouncer, WriteDebouncer.Due due, long now) throws InterruptedException {
        FolderSync.Unfinished left = sync.compare(due);
        left.unsettled().forEach(path -> debouncer.expect(path, now));
        left.waiting().forEach(path -> debouncer.hold(path, now));
    }

    /** The number of the article in each file; 0 where a file never was one. */
    public Map<String, Long> articles() {
        Map<String, Long> articles = new TreeMap<>();
        List<Row> rows = library.database()
                .<List<Row>, RuntimeException>read(handle -> handle.createQuery("SELECT path, article FROM file")
                        .map((row, context) ->
                                new Row(row.getString(1), row.getObject(2) == null ? null : row.getLong(2)))
                        .list());
        rows.forEach(row -> articles.put(row.path(), row.article() == null ? 0L : row.article()));
        return articles;
    }

    private record Row(String path, @Nullable Long article) {}

    @Override
    public void close() {
        library.close();
        pool.shutdown();
    }
}
