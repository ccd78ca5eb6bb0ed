package dev.feedmill.library;

import dev.feedmill.library.change.Change;
import dev.feedmill.library.change.ChangeLog;
import dev.feedmill.library.change.DeletionTable;
import dev.feedmill.library.delivery.Deliveries;
import dev.feedmill.library.query.FeedPageQuery;
import dev.feedmill.library.query.ListArchiveQuery;
import dev.feedmill.library.query.ListPageQuery;
import dev.feedmill.library.query.SelectionQuery;
import dev.feedmill.library.query.ServedAddresses;
import dev.feedmill.library.sql.Database;
import dev.feedmill.library.sql.Lease;
import dev.feedmill.library.sql.LeaseHolder;
import dev.feedmill.library.sql.LeaseKeeper;
import dev.feedmill.library.sql.LibraryException;
import dev.feedmill.library.sql.LibraryUnavailableException;
import dev.feedmill.library.sql.Meta;
import dev.feedmill.library.table.ConfigurationTable;
import dev.feedmill.library.words.TextIndex;
import dev.feedmill.library.words.TextIndexer;
import dev.feedmill.library.write.CategoryRules;
import dev.feedmill.library.write.Writer;
import dev.feedmill.runtime.Deadline;
import dev.feedmill.selection.AdjacentEntries;
import dev.feedmill.selection.Conditions;
import dev.feedmill.selection.Cursor;
import dev.feedmill.selection.DeletedEntry;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.FeedPage;
import dev.feedmill.selection.ListArchive;
import dev.feedmill.selection.ListPage;
import dev.feedmill.selection.Page;
import dev.feedmill.selection.SearchResults;
import dev.feedmill.selection.Selection;
import dev.feedmill.selection.Term;
import java.sql.DatabaseMetaData;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The SQL store of all articles. Thread-safe: every query sees one committed state, even while files are being stored.
 */
public final class Library implements AutoCloseable {
    private final Database database;
    private final ChangeLog changes;
    private final Deliveries deliveries;
    private final Writer writer;
    private final KnownFiles files;
    private final ETagHistory issued;
    private final ModifiedDocuments modified;
    private final @Nullable LeaseKeeper keeper;
    private volatile boolean words;
    private volatile RuledLookups ruled;

    private Library(Database database, InstantSource clock, LibraryRules rules) {
        this.database = database;
        this.files = new KnownFiles(database);
        CategoryRules categories = new CategoryRules(rules.categories());
        this.ruled = RuledLookups.of(database, rules, categories);
        this.changes = new ChangeLog(database);
        this.deliveries = new Deliveries(database, changes, clock);
        this.writer = new Writer(database, clock, changes, rules.forWriter(), categories);
        this.issued = new ETagHistory(database, clock, rules.tagsKept());
        this.modified = new ModifiedDocuments(database, changes);
        Lease lease = database.lease();
        this.keeper = lease == null || database.isShared() ? null : LeaseKeeper.start(database, lease);
    }

    /**
     * Opens the library, and creates it if there is none.
     *
     * @param where a folder for its file {@code feedmill.db}, or a {@code jdbc:postgresql:} or {@code jdbc:sqlite:}
     *     URL
     * @throws LibraryException if it cannot be used
     */
    public static Library open(String where, InstantSource clock) {
        return open(where, clock, LibraryRules.defaults());
    }

    /**
     * Follows other rules from now on, except for those that a library takes when it is opened: how long tags are
     * kept, and how much text is indexed.
     *
     * @param check runs under these rules before anything is stored by them; if it throws, the rules stay
     */
    public void follow(LibraryRules rules, Runnable check) {
        RuledLookups former = ruled;
        CategoryRules categories = new CategoryRules(rules.categories());
        ruled = RuledLookups.of(database, rules, categories);
        try {
            check.run();
            writer.follow(rules.forWriter(), categories);
        } catch (RuntimeException e) {
            ruled = former;
            throw e;
        }
    }

    /** The number of entries of a feed, and of a page of its archive. */
    public int window() {
        return ruled.rules().window();
    }

    private WordRules wordRules() {
        return ruled.rules().words();
    }

    /** Opens the library with these rules. */
    public static Library open(String where, InstantSource clock, LibraryRules rules) {
        return revised(new Library(Database.open(where), clock, rules));
    }

    /**
     * Opens the library for a server, which holds it exclusively until it is closed.
     *
     * @param leaseTime after which another server may take it over from one that no longer renews its lease
     * @throws LibraryException if another server holds it; the message names the holder
     */
    public static Library openFor(
            LeaseHolder holder, Duration leaseTime, String where, InstantSource clock, LibraryRules rules) {
        Library library = new Library(Database.open(where, holder, leaseTime), clock, rules);
        try {
            library.lead();
            return library;
        } catch (RuntimeException e) {
            library.close();
            throw e;
        }
    }

    /**
     * Opens the library for one of several servers that share it. Only the one that holds the lease writes, after
     * {@link #lead}.
     *
     * @param leaseTime after which another server may take the lease from one that no longer renews it
     * @throws LibraryException if it cannot be shared
     */
    public static Library openShared(
            LeaseHolder holder, Duration leaseTime, String where, InstantSource clock, LibraryRules rules) {
        return new Library(Database.openShared(where, holder, leaseTime), clock, rules);
    }

    /** Brings the library up to date by this server's rules and clock, as a server that has just taken the lease must. */
    public void lead() {
        writer.updateCategories();
        // What expired while no server ran is hidden before the first scan.
        writer.publishAndExpire();
    }

    private static Library revised(Library library) {
        try {
            library.writer.updateCategories();
            return library;
        } catch (RuntimeException e) {
            library.close();
            throw e;
        }
    }

    /**
     * The public articles that match a selection; empty if it names an unknown term.
     *
     * @throws dev.feedmill.runtime.DeadlineExceededException if a text search exceeds its time limit
     */
    public Page page(Selection selection) {
        return select(selection.where(), query -> query.page(selection));
    }

    /**
     * The public articles that match conditions with search words, best match first; of thousands of matches, only the
     * newest are ranked.
     *
     * @param skip number of results to leave out at the start
     * @throws dev.feedmill.runtime.DeadlineExceededException if the search exceeds its time limit
     */
    public SearchResults bestMatches(Conditions where, int skip, int limit) {
        return select(where, query -> query.best(where, skip, limit));
    }

    /** The number of articles that match conditions, counted up to a maximum; it throws as {@link #page} does. */
    public long count(Conditions where, int max) {
        return select(where, query -> query.count(where, max));
    }

    /** The last entry before a time in an order; ignores the time limits of the conditions. */
    public Optional<Entry> lastBefore(Conditions where, Selection.Order order, Instant time) {
        return select(where, query -> query.lastBefore(where, order, time));
    }

    /** The newest entries of a term, with the link to older ones. */
    public FeedPage currentFeed(Term term) {
        return database.read(handle -> new FeedPageQuery(handle, selections(handle), window())
                .current(term, ruled.rules().deletions()));
    }

    /** One page of a term's archive, counted from 1 at the oldest; empty if there is no such page. */
    public Optional<FeedPage> archive(Term term, int number) {
        return database.read(handle -> new FeedPageQuery(handle, selections(handle), window()).archive(term, number));
    }

    /** One page of the archive of a term's list, counted from 1 at the oldest; empty if there is no such page. */
    public Optional<ListArchive> listArchive(Term term, int number) {
        return database.read(handle -> new ListArchiveQuery(handle, window()).page(term, number));
    }

    /** The number of the page of the archive with the first article behind a place of a term's list; 0 if there is none. */
    public int listArchiveBehind(Term term, Cursor place) {
        return database.read(handle -> new ListArchiveQuery(handle, window()).behind(term, place));
    }

    /** Articles of a term for its HTML pages, newest first: those after the cursor, or the newest. */
    public ListPage older(Term term, @Nullable Cursor place, int limit) {
        return database.read(handle -> new ListPageQuery(handle).older(term, place, limit));
    }

    /** The articles immediately before the cursor; the newest if fewer than {@code limit} are before it. */
    public ListPage newer(Term term, Cursor place, int limit) {
        return database.read(handle -> new ListPageQuery(handle).newer(term, place, limit));
    }

    /** The previous and next entries of an article in a term's list. */
    public AdjacentEntries adjacent(Term term, Entry entry) {
        return database.read(handle -> new ListPageQuery(handle).adjacent(term, entry));
    }

    /** Name and version of the database. */
    public String databaseVersion() {
        return database.read(handle -> handle.queryMetadata((DatabaseMetaData metadata) ->
                metadata.getDatabaseProductName() + " " + metadata.getDatabaseProductVersion()));
    }

    /** The log of all changes that clients can see. */
    public ChangeLog changes() {
        return changes;
    }

    /** What is to be delivered to subscribers. */
    public Deliveries deliveries() {
        return deliveries;
    }

    /** Adds a listener for changes that clients can see; {@link ChangeLog#onChange} says when it is called. */
    public void onChange(Consumer<Change> listener) {
        changes.onChange(listener);
    }

    /** The entries that were taken from the feeds of any of these terms, latest first. */
    public List<DeletedEntry> deletedEntries(Set<Long> terms) {
        int limit = ruled.rules().deletions();
        return database.read(handle -> new DeletionTable(handle).latest(terms, limit));
    }

    /** What was last stored of the whole site; null if that is nothing. */
    public @Nullable String site() {
        return database.read(handle -> Meta.get(handle, Meta.SITE)).orElse(null);
    }

    /** The last readable text of the configuration at a path; null if there never was one. */
    public @Nullable String configuration(String path) {
        return database.read(handle -> new ConfigurationTable(handle).text(path));
    }

    /** Stores the texts of configurations, by path. */
    public void keepConfigurations(Map<String, String> texts) {
        writer.keepConfigurations(texts);
    }

    /** The entries of feeds by ETag. */
    public ETagHistory eTags() {
        return issued;
    }

    /** Modification times of documents. */
    public ModifiedDocuments modifiedDocuments() {
        return modified;
    }

    /** Whether the words of all articles are indexed, so that conditions may search them. */
    public boolean hasAllWords() {
        if (!words) {
            words = database.read(handle -> new TextIndexer(
                            handle, TextIndex.of(database, handle), wordRules().maxText())
                    .isFull());
        }
        return words;
    }

    /** What the library says about the addresses at which it is served. */
    public <T> T served(Function<ServedAddresses, T> question) {
        return database.read(handle -> question.apply(new ServedAddresses(handle)));
    }

    /** Runs a query; a text search is limited to the time that the rules allow. */
    private <T> T select(Conditions where, Function<SelectionQuery, T> question) {
        if (where.text() == null) {
            return database.read(handle -> question.apply(selections(handle)));
        }
        return within(
                database.deadline().atMost(wordRules().timeout()),
                () -> database.read(handle -> {
                    TextIndex.of(database, handle).prepare();
                    return question.apply(selections(handle));
                }));
    }

    /** Does work whose reads, on this thread, end with the deadline. */
    public <T> T within(Deadline deadline, Supplier<T> work) {
        return database.within(deadline, work);
    }

    private SelectionQuery selections(Handle handle) {
        return new SelectionQuery(handle, TextIndex.of(database, handle), window());
    }

    /** Completes with the reason as soon as another server holds the library; never if none can. */
    public CompletionStage<String> lost() {
        Lease lease = database.lease();
        return lease == null ? new CompletableFuture<>() : lease.lost();
    }

    /** Why the library cannot be read or written now; null if it can. */
    public @Nullable String outageReason() {
        try {
            database.requireAvailable();
            database.read(handle ->
                    handle.createQuery("SELECT 1").mapTo(Integer.class).one());
            return null;
        } catch (LibraryUnavailableException e) {
            return e.getMessage();
        }
    }

    public Writer writer() {
        return writer;
    }

    public Database database() {
        return database;
    }

    /** Finds single articles, and the addresses of all. */
    public ArticleLookup articles() {
        return ruled.articles();
    }

    /** Finds and counts terms. */
    public Terms terms() {
        return ruled.terms();
    }

    /** Finds files of the folder that the library knows. */
    public KnownFiles files() {
        return files;
    }

    @Override
    public void close() {
        issued.close();
        modified.close();
        if (keeper != null) {
            keeper.close();
        }
        database.close();
    }
}
