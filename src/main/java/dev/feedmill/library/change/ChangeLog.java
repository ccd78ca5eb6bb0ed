package dev.feedmill.library.change;

import dev.feedmill.library.sql.Database;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The numbered log of all changes that clients can see. It is part of the library: a change and its line are one
 * transaction, so that no kill loses either. Thread-safe.
 */
public final class ChangeLog {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeLog.class);
    /** Changes that are read at once. */
    private static final int STEP = 1_000;
    /** Changes that a consumer takes at once. */
    private static final int CONSUMED = 100;

    private final Database database;
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private volatile long position;

    /** Opens the log; listeners get what changes from now on. */
    public ChangeLog(Database database) {
        this.database = database;
        this.position = last();
    }

    /**
     * Adds a listener for changes; it is called with each change once, in their order, after the change is readable. It
     * must be fast. What must miss no change over a restart is a {@linkplain #consume consumer}.
     */
    public void onChange(Consumer<Change> listener) {
        listeners.add(listener);
    }

    /** Removes a listener that was added. */
    public void removeListener(Consumer<Change> listener) {
        listeners.remove(listener);
    }

    /**
     * Passes the changes that listeners have not seen to them.
     *
     * @throws dev.feedmill.library.sql.LibraryUnavailableException if the log cannot be read now; the next call passes
     *     them
     */
    public synchronized void catchUp() {
        List<Change> some;
        do {
            some = after(position, STEP);
            for (Change change : some) {
                notifyListeners(change);
                position = change.number();
            }
        } while (!some.isEmpty());
    }

    /** Has listeners take everything for changed, since the library is an earlier one than it was. */
    public synchronized void restart() {
        position = last();
        notifyListeners(Change.ofAnything(position));
    }

    private void notifyListeners(Change change) {
        for (Consumer<Change> listener : listeners) {
            try {
                listener.accept(change);
            } catch (RuntimeException e) {
                LOG.error("a listener failed", e);
            }
        }
    }

    /** The number of the last change that listeners have seen. */
    public long seen() {
        return position;
    }

    /** The number of the last transaction; no change has a higher one. */
    public long last() {
        return database.read(handle -> new ChangeTable(handle).last());
    }

    /**
     * The changes after one, oldest first.
     *
     * @param number of a change that the caller knows; the first result is a change of unknown extent if the log no
     *     longer has the one after it
     */
    public List<Change> after(long number, int limit) {
        return database.read(handle -> new ChangeTable(handle).after(number, limit));
    }

    /** When a change was made; null if the log no longer has it. */
    public @Nullable Instant time(long number) {
        return database.read(handle -> new ChangeTable(handle).time(number)).orElse(null);
    }

    /** The changed entries of one change; none while the library is filled for the first time. */
    public List<EntryChange> entries(long number) {
        return database.read(handle -> new ChangeTable(handle).entries(number));
    }

    /** Whether a consumer has a place in the log. */
    public boolean knows(String consumer) {
        return database.read(
                handle -> new ChangeTable(handle).position(consumer).isPresent());
    }

    /** The place of a consumer in the log, which outlives restarts; if it is new, it begins with the next change. */
    public long position(String consumer) {
        return database.read(handle -> new ChangeTable(handle).position(consumer))
                .orElseGet(() -> begin(consumer));
    }

    /**
     * Has a consumer do what some of the changes behind its place ask for. Its new place is stored in the same
     * transaction, so that it takes each change once, whenever the server is killed.
     *
     * @param work makes of changes what is to be done in the transaction
     * @return whether there were any changes
     */
    public boolean consume(String consumer, Function<List<Change>, Consumer<Handle>> work) {
        List<Change> changes = after(position(consumer), CONSUMED);
        if (changes.isEmpty()) {
            return false;
        }
        Consumer<Handle> writes = work.apply(changes);
        database.write(handle -> {
            writes.accept(handle);
            long last = changes.get(changes.size() - 1).number();
            new ChangeTable(handle).put(consumer, last);
            return last;
        });
        return true;
    }

    private long begin(String consumer) {
        return database.write(handle -> {
            ChangeTable table = new ChangeTable(handle);
            long last = table.last();
            table.put(consumer, last);
            return last;
        });
    }

    /** Stores the place of a consumer that does its work outside of the library. */
    public void record(String consumer, long number) {
        database.write(handle -> {
            new ChangeTable(handle).put(consumer, number);
            return number;
        });
    }
}
