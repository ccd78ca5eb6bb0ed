package dev.feedmill.folder;

import dev.feedmill.library.identity.FileReading;
import dev.feedmill.library.table.FileStamp;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Reads files on several threads and delivers them in the order of their paths, a bounded number at a time. */
public final class ReadAhead {
    /** Maximum number of files in one transaction. */
    static final int BATCH = 500;
    /** Maximum number of characters of bodies in one transaction: a few large files fill one too. */
    private static final long BATCH_CHARS = 8_000_000;
    /** Files read ahead for each thread. */
    private static final int AHEAD = 16;

    private final FileReader reader;
    private final ExecutorService pool;
    private final int threads;

    public ReadAhead(FileReader reader, ExecutorService pool, int threads) {
        this.reader = reader;
        this.pool = pool;
        this.threads = threads;
    }

    /** Creates the threads for this; they do not keep the process alive. */
    static ExecutorService pool(int threads) {
        return Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "article-reader");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Delivers the files that still match their stamps, in batches of one transaction each. */
    void read(SortedMap<String, FileStamp> files, Consumer<List<FileReading>> batches) throws InterruptedException {
        if (files.size() == 1) {
            one(files.firstKey(), files.getOrDefault(files.firstKey(), FileStamp.UNKNOWN))
                    .ifPresent(reading -> batches.accept(List.of(reading)));
            return;
        }
        Deque<Future<Optional<FileReading>>> ahead = new ArrayDeque<>();
        List<FileReading> batch = new ArrayList<>();
        long chars = 0;
        for (Map.Entry<String, FileStamp> file : files.entrySet()) {
            ahead.add(pool.submit(() -> one(file.getKey(), file.getValue())));
            if (ahead.size() < threads * AHEAD) {
                continue;
            }
            chars += add(batch, ahead);
            if (batch.size() >= BATCH || chars >= BATCH_CHARS) {
                batches.accept(batch);
                batch = new ArrayList<>();
                chars = 0;
            }
        }
        while (!ahead.isEmpty()) {
            chars += add(batch, ahead);
            if (batch.size() >= BATCH || chars >= BATCH_CHARS || ahead.isEmpty()) {
                batches.accept(batch);
                batch = new ArrayList<>();
                chars = 0;
            }
        }
    }

    /** Reads one file; empty if it is gone or no longer matches its stamp. */
    Optional<FileReading> one(String path, FileStamp stamp) {
        return Optional.ofNullable(reader.read(path, stamp));
    }

    private static long add(List<FileReading> batch, Deque<Future<Optional<FileReading>>> ahead)
            throws InterruptedException {
        try {
            Optional<FileReading> reading = ahead.remove().get();
            reading.ifPresent(batch::add);
            return reading.map(FileReading::weight).orElse(0L);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a file could not be read", e.getCause());
        }
    }
}
