package dev.feedmill.library.write;

import dev.feedmill.library.change.ChangeLog;
import dev.feedmill.library.change.ChangeTable;
import dev.feedmill.library.change.Effect;
import dev.feedmill.library.identity.FileReading;
import dev.feedmill.library.identity.Identities;
import dev.feedmill.library.sql.Database;
import dev.feedmill.library.sql.LeaseLostException;
import dev.feedmill.library.sql.Meta;
import dev.feedmill.library.table.Archives;
import dev.feedmill.library.table.ConfigurationTable;
import dev.feedmill.library.table.FileDigest;
import dev.feedmill.library.table.FileRow;
import dev.feedmill.library.words.TextIndex;
import dev.feedmill.library.words.TextIndexer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The only writer of the library: runs one transaction after the other, and notifies listeners after each commit. */
public final class Writer {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);

    private final Database database;
    private final InstantSource clock;
    private final ChangeLog log;
    private final ReentrantLock lock = new ReentrantLock();

    private WriterRules rules;
    private CategoryRules categories;
    private long cleanAgain;

    // State kept between transactions is valid as long as no other process writes in between.
    private TermTable terms;
    private final Map<String, Integer> suffixes = new HashMap<>();
    private long generation = -1;

    private boolean wordsFull;

    public Writer(Database database, InstantSource clock, ChangeLog log, WriterRules rules, CategoryRules categories) {
        this.database = database;
        this.clock = clock;
        this.log = log;
        this.rules = rules;
        this.categories = categories;
        this.terms = new TermTable(categories);
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
    public void follow(WriterRules newRules, CategoryRules newCategories) {
        lock.lock();
        try {
            if (database.mayWrite()) {
                updateAsLeader(newCategories);
            }
            rules = newRules;
            categories = newCategories;
            terms = new TermTable(newCategories);
        } finally {
            lock.unlock();
        }
    }

    /** Updates the categories to the settings. */
    public void updateCategories() {
        updateCategories(categories);
    }

    /** Leaves the categories to another server if that leads by now. */
    private void updateAsLeader(CategoryRules current) {
        try {
            updateCategories(current);
        } catch (LeaseLostException e) {
            LOG.debug("another server leads", e);
        }
    }

    private void updateCategories(CategoryRules current) {
        inTransaction(handle -> Effect.ofTerms(new CategorySettings(handle, current).run()));
    }

    /**
     * Determines the outcome of a failed transaction: if its commit succeeded all the same, listeners are notified.
     */
    public void confirmOutcome() {
        inTransaction(handle -> Effect.NONE);
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
            Archives archives = new Archives(handle, rules.window());
            if (!archives.exist()) {
                archives.create();
            }
            return Effect.NONE;
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
                return Effect.NONE;
            });
        }
        return !before.isEmpty() && !before.equals(rule);
    }

    /** Stores what is said of the whole site; returns whether it differs from what was stored. */
    public boolean recordSite(String site) {
        boolean differs = !database.read(handle -> Meta.get(handle, Meta.SITE)).equals(Optional.of(site));
        if (differs) {
            inTransaction(handle -> {
                Meta.put(handle, Meta.SITE, site);
                return Effect.ANYTHING;
            });
        }
        return differs;
    }

    /** Stores the mount points in the folder. */
    public void recordMounts(Set<String> folders) {
        inTransaction(handle -> {
            Meta.put(handle, Meta.MOUNTS, String.join("\n", folders));
            return Effect.NONE;
        });
    }

    /** Stores the texts of readable configurations; writes nothing if none has changed. */
    public void keepConfigurations(Map<String, String> texts) {
        Map<String, String> others = database.read(handle -> new ConfigurationTable(handle).unlike(texts));
        if (!others.isEmpty()) {
            inTransaction(handle -> {
                new ConfigurationTable(handle).put(others);
                return Effect.NONE;
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
            return Effect.NONE;
        });
        wordsFull = database.read(handle -> texts(handle).isFull());
        return wordsFull;
    }

    private TextIndexer texts(Handle handle) {
        return new TextIndexer(handle, TextIndex.of(database, handle), rules.maxText());
    }

    private void change(Consumer<UnitOfWork> changes) {
        inTransaction(handle -> {
            long now = clock.instant().getEpochSecond();
            UnitOfWork work = new UnitOfWork(handle, now, terms, suffixes, texts(handle));
            changes.accept(work);
            return work.flush(rules);
        });
    }

    /** Runs a transaction with its line in the change log, and passes it to the log's listeners after its commit. */
    private void inTransaction(Function<Handle, Effect> work) {
        lock.lock();
        try {
            // Until the commit succeeds, the cached state that the work leaves behind is not valid.
            long believed = generation;
            generation = -1;
            long now = clock.instant().getEpochSecond();
            generation = database.write(handle -> {
                long current = Meta.generation(handle);
                if (current != believed) {
                    terms.forget();
                    suffixes.clear();
                }
                Effect effect = work.apply(handle);
                long number = current + 1;
                ChangeTable changes = new ChangeTable(handle);
                changes.write(number, now, effect);
                if (now >= cleanAgain) {
                    changes.clean(now - rules.changesKept().toSeconds());
                }
                Meta.put(handle, Meta.GENERATION, Long.toString(number));
                return number;
            });
            if (now >= cleanAgain) {
                cleanAgain = now + BETWEEN_CLEANINGS.toSeconds();
            }
            log.catchUp();
        } finally {
            lock.unlock();
        }
    }
}
