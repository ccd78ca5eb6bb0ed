package dev.feedmill.library;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Queue of items that a thread of its own writes to the database later, in batches, so that no caller waits.
 * Thread-safe.
 */
final class Backlog<T> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);

    /** Maximum number of waiting items; more are rejected. */
    private static final int WAITING = 10_000;

    private static final int TOGETHER = 500;

    private final BlockingQueue<Item<T>> waiting = new LinkedBlockingQueue<>(WAITING);
    private final Consumer<List<T>> writer;
    private final Thread thread;
    private boolean started;

    /** Items to write; an empty list ends the thread. */
    private record Item<T>(List<T> what) {}

    /**
     * Creates a queue; its thread starts with the first item.
     *
     * @param writer writes a batch; a batch that fails is lost, and the next is tried
     */
    Backlog(String name, Consumer<List<T>> writer) {
        this.writer = writer;
        this.thread = new Thread(this::write, name);
        thread.setDaemon(true);
    }

    /** Adds an item and returns at once; false if the queue is full. */
    boolean offer(T item) {
        boolean taken = waiting.offer(new Item<>(List.of(item)));
        start();
        return taken;
    }

    private synchronized void start() {
        if (!started) {
            started = true;
            thread.start();
        }
    }

    private void write() {
        try {
            boolean end = false;
            while (!end) {
                List<Item<T>> items = new ArrayList<>(List.of(waiting.take()));
                waiting.drainTo(items, TOGETHER);
                end = items.stream().anyMatch(item -> item.what().isEmpty());
                write(items.stream().flatMap(item -> item.what().stream()).toList());
            }
        } catch (InterruptedException e) {
            LOG.debug("interrupted");
        }
    }

    private void write(List<T> some) {
        if (some.isEmpty()) {
            return;
        }
        try {
            writer.accept(some);
        } catch (RuntimeException e) {
            LOG.warn("{} could not write {} lines: {}", thread.getName(), some.size(), e.getMessage());
        }
    }

    /** Writes what waits, then ends the thread. */
    @Override
    public synchronized void close() {
        if (!started) {
            return;
        }
        try {
            waiting.put(new Item<>(List.of()));
            thread.join(Duration.ofSeconds(5).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
