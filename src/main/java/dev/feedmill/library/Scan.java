package dev.feedmill.library;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;

/** Reads files on several threads and stores them in the order of their paths, a bounded number at a time in memory. */
final class Scan {
    /** Files of one transaction. */
    private static final int BATCH = 500;
    /** Characters of bodies of one transaction: a few large files fill one too. */
    private static final long BATCH_CHARS = 8_000_000;
    /** Files read ahead for each thread. */
    private static final int AHEAD = 16;

    private final FileReader reader;
    private final ExecutorService pool;
    private final int threads;
    private final Writer writer;

    Scan(FileReader reader, ExecutorService pool, int threads, Writer writer) {
        this.reader = reader;
        this.pool = pool;
        this.threads = threads;
        this.writer = writer;
    }

    /**
     * Stores these files and forgets those that vanished; {@code progress} is told how many are done.
     *
     * @return those that could not be read as they were looked at, since they are gone or others by now
     */
    Collection<String> run(SortedMap<String, Stamp> files, Collection<FileRow> gone, LongConsumer progress)
            throws InterruptedException {
        Vanished vanished = new Vanished(gone);
        Set<String> unread = new TreeSet<>(files.keySet());
        if (files.size() == 1) {
            Reading reading = reader.read(files.firstKey(), files.getOrDefault(files.firstKey(), Stamp.UNKNOWN));
            store(reading == null ? List.of() : List.of(reading), vanished, unread);
        } else if (!files.isEmpty()) {
            store(files, vanished, unread, progress);
        }
        Collection<FileRow> rest = vanished.rest();
        if (!rest.isEmpty()) {
            writer.remove(rest);
        }
        return unread;
    }

    private void store(SortedMap<String, Stamp> files, Vanished vanished, Set<String> unread, LongConsumer progress)
            throws InterruptedException {
        Deque<Future<Optional<Reading>>> ahead = new ArrayDeque<>();
        List<Reading> batch = new ArrayList<>();
        long chars = 0;
        long done = 0;
        for (Map.Entry<String, Stamp> file : files.entrySet()) {
            ahead.add(pool.submit(() -> Optional.ofNullable(reader.read(file.getKey(), file.getValue()))));
            if (ahead.size() < threads * AHEAD) {
                continue;
            }
            chars += add(batch, ahead);
            if (batch.size() >= BATCH || chars >= BATCH_CHARS) {
                done += store(batch, vanished, unread);
                batch.clear();
                chars = 0;
                progress.accept(done);
            }
        }
        while (!ahead.isEmpty()) {
            chars += add(batch, ahead);
            if (batch.size() >= BATCH || chars >= BATCH_CHARS || ahead.isEmpty()) {
                done += store(batch, vanished, unread);
                batch.clear();
                chars = 0;
                progress.accept(done);
            }
        }
    }

    private int store(List<Reading> batch, Vanished vanished, Set<String> unread) {
        int size = batch.size();
        if (size > 0) {
            writer.store(batch, vanished);
        }
        batch.forEach(reading -> unread.remove(reading.path()));
        return size;
    }

    private static long add(List<Reading> batch, Deque<Future<Optional<Reading>>> ahead) throws InterruptedException {
        try {
            Optional<Reading> reading = ahead.remove().get();
            reading.ifPresent(batch::add);
            return reading.map(Reading::weight).orElse(0L);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a file could not be read", e.getCause());
        }
    }
}
