package dev.feedmill.library.write;

import dev.feedmill.library.identity.FileReading;
import dev.feedmill.library.identity.Identities;
import dev.feedmill.library.sql.Database;
import dev.feedmill.library.sql.Meta;
import dev.feedmill.library.table.Archives;
import dev.feedmill.library.table.ConfigurationTable;
import dev.feedmill.library.table.FileDigest;
import dev.feedmill.library.table.FileRow;
import dev.feedmill.library.words.TextIndex;
import dev.feedmill.library.words.TextIndexer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The only writer of the library: runs one transaction after the other, and notifies listeners after each commit. */
public final class Writer {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    private final Database database;
    private final InstantSource clock;
    private final int maxText;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();

    private int window;
    private CategoryRules rules;

    // State kept between transactions is valid as long as no other process writes in between.
    private TermTable terms;
    private final Map<String, Integer> suffixes = new HashMap<>();
    private long generation = -1;

    /** The last generation that was announced to listeners; 0 before the first. */
    private long announced;

    private boolean wordsFull;

    public Writer(Database database, InstantSource clock, int window, int maxText, CategoryRules rules) {
        this.database = database;
        this.clock = clock;
        this.window = window;
        this.maxText = maxText;
        this.rules = rules;
        this.terms = new TermTable(rules);
    }

    public void onChange(Consumer<Change> listener) {
        listeners.add(listener);
    }

    /** Stores files, in this order, as the articles that {@code identities} assigns to them. */
    public void store(List<FileReading> readings, Identities identities) {
        change(work -> work.store(readings, identities));
    }

    /** Removes files; their articles become tombstones. */
    public void remove(Collection<FileRow> gone) {
        change(work -> work.remove(gone));
    }

    /**
     * Publishes due articles and hides expired ones; returns the paths of articles that must be read again because they
     * link to them.
     */
    public Set<String> publishAndExpire() {
        Set<String> linking = new TreeSet<>();
        change(work -> {
            work.publishAndExpire();
            linking.addAll(work.linking());
        });
        return linking;
    }

    /** Corrects times left behind by a clock that was ahead. */
    public void rewind() {
        change(UnitOfWork::rewind);
    }

    /** Updates the categories to other rules and follows these from then on; if that fails, the rules stay. */
    public void follow(int newWindow, CategoryRules newRules) {
        lock.lock();
        try {
            updateCategories(newRules);
            window = newWindow;
            rules = newRules;
            terms = new TermTable(newRules);
        } finally {
            lock.unlock();
        }
    }

    /** Updates the categories to the settings. */
    public void updateCategories() {
        updateCategories(rules);
    }

    private void updateCategories(CategoryRules current) {
        inTransaction(handle -> new CategorySettings(handle, current).run());
    }

    /**
     * Determines the outcome of a failed transaction: if its commit succeeded all the same, listeners are notified.
     */
    public void confirmOutcome() {
        inTransaction(handle -> Set.of());
    }

    /** When the next article becomes due or expires. */
    public Optional<Instant> nextDue() {
        long now = clock.instant().getEpochSecond();
        return database.read(handle -> handle.createQuery(
                        "SELECT min(at) FROM (SELECT min(published) AS at FROM article"
                                + " WHERE visible = 0 AND draft = 0 AND removed_at IS NULL AND (expires IS NULL OR expires > :now)"
                                + " UNION ALL SELECT min(expires) AS at FROM article WHERE visible = 1 AND expires IS NOT NULL) next")
                .bind("now", now)
                .map((row, context) -> {
                    long due = row.getLong(1);
                    return row.wasNull() ? Optional.<Instant>empty() : Optional.of(Instant.ofEpochSecond(due));
                })
                .one());
    }

    /** Records that the library equals this folder, read with this reader. */
    public void recordScan(String reader, String folder) {
        inTransaction(handle -> {
            Meta.put(handle, Meta.READER, reader);
            Meta.put(handle, Meta.FOLDER, folder);
            Meta.put(handle, Meta.DIGESTS, FileDigest.SAMPLE);
            Archives archives = new Archives(handle, window);
            if (!archives.exist()) {
                archives.create();
            }
            return Set.of();
        });
    }

    /**
     * Stores the rule for ids that no article declares; returns whether it differs from the stored one, so that ids
     * change.
     *
     * @param atFirst the rule of libraries older than this setting
     */
    public boolean recordIdRule(String rule, String atFirst) {
        String before = database.read(handle ->
                Meta.get(handle, Meta.IDS).orElse(Meta.get(handle, Meta.READER).isEmpty() ? "" : atFirst));
        if (!before.equals(rule)) {
            inTransaction(handle -> {
                Meta.put(handle, Meta.IDS, rule);
                return Set.of();
            });
        }
        return !before.isEmpty() && !before.equals(rule);
    }

    /** Stores the mount points in the folder. */
    public void recordMounts(Set<String> folders) {
        inTransaction(handle -> {
            Meta.put(handle, Meta.MOUNTS, String.join("\n", folders));
            return Set.of();
        });
    }

    /** Stores the texts of readable configurations; writes nothing if none has changed. */
    public void keepConfigurations(Map<String, String> texts) {
        Map<String, String> others = database.read(handle -> new ConfigurationTable(handle).unlike(texts));
        if (!others.isEmpty()) {
            inTransaction(handle -> {
                new ConfigurationTable(handle).put(others);
                return Set.of();
            });
        }
    }

    /** Indexes the words of some more articles; returns whether all are indexed. */
    public boolean fillWords() {
        if (wordsFull) {
            return true;
        }
        inTransaction(handle -> {
            texts(handle).step();
            return Set.of();
        });
        wordsFull = database.read(handle -> texts(handle).isFull());
        return wordsFull;
    }

    private TextIndexer texts(Handle handle) {
        return new TextIndexer(handle, TextIndex.of(database, handle), maxText);
    }

    private void change(Consumer<UnitOfWork> changes) {
        inTransaction(handle -> {
            long now = clock.instant().getEpochSecond();
            UnitOfWork work = new UnitOfWork(handle, now, terms, suffixes, texts(handle));
            changes.accept(work);
            return work.flush(window);
        });
    }

    private record Done(Set<Long> terms, long generation, boolean othersWrote) {}

    private void inTransaction(Function<Handle, Set<Long>> work) {
        lock.lock();
        try {
            // Until the commit succeeds, the cached state that the work leaves behind is not valid.
            long believed = generation;
            generation = -1;
            Done done = database.write(handle -> {
                long current = Meta.generation(handle);
                boolean othersWrote = announced > 0 && current != announced;
                if (current != believed) {
                    terms.forget();
                    suffixes.clear();
                }
                Set<Long> changed = work.apply(handle);
                Meta.put(handle, Meta.GENERATION, Long.toString(current + 1));
                return new Done(changed, current + 1, othersWrote);
            });
            generation = done.generation();
            announced = generation;
            if (done.othersWrote()) {
                // Another transaction came in between: maybe one of ours whose commit was never confirmed.
                notifyListeners(Change.ofAnything());
            } else if (!done.terms().isEmpty()) {
                notifyListeners(new Change(done.terms()));
            }
        } finally {
            lock.unlock();
        }
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
}
