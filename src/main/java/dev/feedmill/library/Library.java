package dev.feedmill.library;

import dev.feedmill.address.PathSegments;
import dev.feedmill.article.CategoryRule;
import dev.feedmill.article.Renaming;
import dev.feedmill.library.query.AddressQuery;
import dev.feedmill.library.query.BranchQuery;
import dev.feedmill.library.query.FeedPageQuery;
import dev.feedmill.library.query.ListPageQuery;
import dev.feedmill.library.query.SelectionQuery;
import dev.feedmill.library.query.SimilarTermQuery;
import dev.feedmill.library.query.TermFinder;
import dev.feedmill.library.sql.Database;
import dev.feedmill.library.sql.Hashes;
import dev.feedmill.library.sql.Lease;
import dev.feedmill.library.sql.LeaseHolder;
import dev.feedmill.library.sql.LeaseKeeper;
import dev.feedmill.library.sql.LibraryException;
import dev.feedmill.library.sql.LibraryUnavailableException;
import dev.feedmill.library.sql.Names;
import dev.feedmill.library.table.AliasTable;
import dev.feedmill.library.table.ArticleRow;
import dev.feedmill.library.table.AttachmentTable;
import dev.feedmill.library.table.ConfigurationTable;
import dev.feedmill.library.table.TermRow;
import dev.feedmill.library.words.TextFill;
import dev.feedmill.library.words.TextIndex;
import dev.feedmill.library.write.CategoryRules;
import dev.feedmill.library.write.Change;
import dev.feedmill.library.write.Writer;
import dev.feedmill.runtime.Deadline;
import dev.feedmill.selection.AdjacentEntries;
import dev.feedmill.selection.Conditions;
import dev.feedmill.selection.Cursor;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.FeedPage;
import dev.feedmill.selection.ListPage;
import dev.feedmill.selection.Page;
import dev.feedmill.selection.PageAddress;
import dev.feedmill.selection.Resolution;
import dev.feedmill.selection.SearchResults;
import dev.feedmill.selection.Selection;
import dev.feedmill.selection.Term;
import dev.feedmill.selection.TermCount;
import dev.feedmill.selection.TermSummary;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final int window;
    private final CategoryRules categories;
    private final List<Renaming> renamings;
    private final Writer writer;
    private final WordRules wordRules;
    private final KnownFiles files;
    private final ETagHistory issued;
    private final ModifiedDocuments modified;
    private final @Nullable LeaseKeeper keeper;
    private volatile boolean words;

    private Library(Database database, InstantSource clock, LibraryRules rules) {
        this.database = database;
        this.window = rules.window();
        this.files = new KnownFiles(database);
        this.wordRules = rules.words();
        this.categories = new CategoryRules(rules.categories());
        this.renamings = rules.renamings();
        this.writer = new Writer(database, clock, window, wordRules.maxText(), categories);
        this.issued = new ETagHistory(database, clock, rules.tagsKept());
        this.modified = new ModifiedDocuments(database);
        Lease lease = database.lease();
        this.keeper = lease == null ? null : LeaseKeeper.start(database, lease);
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

    /** The number of entries of a feed, and of a page of its archive. */
    public int window() {
        return window;
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
        Library library = revised(new Library(Database.open(where, holder, leaseTime), clock, rules));
        try {
            // Releases due and expired articles: what expired while no server ran is hidden before the first scan.
            library.writer.release();
            return library;
        } catch (RuntimeException e) {
            library.close();
            throw e;
        }
    }

    /**
     * All files with articles in a library, by path; opens it without taking its lease.
     *
     * @throws LibraryException if there is no library
     */
    public static List<KnownFile> files(String where) {
        return KnownFile.all(where);
    }

    private static Library revised(Library library) {
        try {
            library.writer.revise();
            return library;
        } catch (RuntimeException e) {
            library.close();
            throw e;
        }
    }

    /**
     * Finds a term by the decoded segments of a URL below {@link Term.Kind#folder}. Returns {@link Resolution.Moved}
     * for another spelling of its names, for its alias, and for a category's name without its parents if it is unique.
     */
    public Resolution<Term> find(Term.Kind kind, List<String> segments) {
        return database.read(handle -> {
            TermFinder finder = new TermFinder(handle);
            Resolution<Term> found = finder.find(kind, segments);
            boolean missing = found instanceof Resolution.Unknown<Term> || found instanceof Resolution.Gone<Term>;
            List<String> renamed = missing && kind == Term.Kind.CATEGORY ? renamed(segments) : null;
            return renamed == null ? found : moved(finder.find(kind, renamed), found);
        });
    }

    /** Segments of the current address for an old name of a category; null if it was not renamed. */
    private @Nullable List<String> renamed(List<String> segments) {
        for (Renaming renaming : renamings) {
            for (List<String> from : List.of(renaming.from(), PathSegments.ofNames(renaming.from()))) {
                List<String> renamed = new Renaming(Names.fold(from), renaming.to()).of(Names.fold(segments));
                if (renamed != null) {
                    return renamed;
                }
            }
        }
        return null;
    }

    private static Resolution<Term> moved(Resolution<Term> now, Resolution<Term> otherwise) {
        if (now instanceof Resolution.Found<Term> found) {
            return new Resolution.Moved<>(found.value());
        }
        return now instanceof Resolution.Moved<Term> ? now : otherwise;
    }

    /** Whether lists show a term: the operator may hide categories. */
    public boolean isListed(Term term) {
        return database.read(handle -> handle.select("SELECT hidden FROM term WHERE number = ?", term.number())
                        .mapTo(Integer.class)
                        .findOne()
                        .orElse(0))
                == 0;
    }

    /** The operator's rule for a category; null if there is none. */
    public @Nullable CategoryRule rule(Term term) {
        return categories.of(term.number());
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
    public SearchResults best(Conditions where, int skip, int limit) {
        return select(where, query -> query.best(where, skip, limit));
    }

    /** The last entry before a time in an order; ignores the time limits of the conditions. */
    public Optional<Entry> lastBefore(Conditions where, Selection.Order order, Instant time) {
        return select(where, query -> query.lastBefore(where, order, time));
    }

    /** The newest entries of a term, with the link to older ones. */
    public FeedPage current(Term term) {
        return database.read(handle -> new FeedPageQuery(handle, selections(handle), window).current(term));
    }

    /** One page of a term's archive, counted from 1 at the oldest; empty if there is no such page. */
    public Optional<FeedPage> archive(Term term, int number) {
        return database.read(handle -> new FeedPageQuery(handle, selections(handle), window).archive(term, number));
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

    /**
     * The direct children of a term, of one kind, those with the most articles first.
     *
     * @param parent {@link Term#EVERYTHING} for top-level terms
     * @param skip number of terms to leave out at the start
     * @param withNewest whether to include their newest articles
     */
    public List<TermSummary> branches(Term.Kind kind, Term parent, int skip, int limit, boolean withNewest) {
        return database.read(handle -> new BranchQuery(handle).children(kind, parent, skip, limit, withNewest));
    }

    /** Terms whose names are most similar to a text, the most similar first; compares a bounded number of names. */
    public List<TermSummary> similarTerms(Term.Kind kind, String text, int limit) {
        return Names.askable(text)
                ? database.read(handle -> new SimilarTermQuery(handle).similar(kind, text, limit))
                : List.of();
    }

    /** Number of groups of addresses, at least 1. */
    public int addressGroups() {
        return database.read(handle -> new AddressQuery(handle, window).groups());
    }

    /**
     * Pages of public articles whose home is this server, oldest first; empty if there is no such group.
     *
     * @param group counted from 1; each has about ten thousand, and a new article changes only the last one
     * @param most maximum number of pages
     */
    public List<PageAddress> addresses(int group, int most) {
        return database.read(handle -> new AddressQuery(handle, window).group(group, most));
    }

    /** Number of direct children of a term. */
    public long countBranches(Term.Kind kind, Term parent) {
        return database.read(handle -> new BranchQuery(handle).count(kind, parent));
    }

    /** Number of terms with public articles, including the term of everything. */
    public long countFeeds() {
        return database.read(handle -> handle.createQuery(
                        "SELECT count(*) FROM term WHERE shown > 0 AND hidden = 0 AND kind IN (" + TermRow.KINDS + ")")
                .mapTo(Long.class)
                .one());
    }

    /** Name and version of the database. */
    public String databaseVersion() {
        return database.read(handle -> {
            try {
                DatabaseMetaData database = handle.getConnection().getMetaData();
                return database.getDatabaseProductName() + " " + database.getDatabaseProductVersion();
            } catch (SQLException e) {
                throw new LibraryException("the database does not tell its version: " + e.getMessage(), e);
            }
        });
    }

    /** Number of public articles under a term. */
    public long countArticles(Term term) {
        return database.read(handle -> new BranchQuery(handle).articles(term));
    }

    /** A public article by the decoded segment of its URL; {@link Resolution.Gone} for a tombstone. */
    public Resolution<Entry> article(String slug) {
        if (!Names.askable(slug)) {
            return new Resolution.Unknown<>();
        }
        return database.read(handle -> handle.select(
                        "SELECT " + ArticleRow.ALL + " FROM article a WHERE a.slug_folded = ?", Names.fold(slug))
                .map((row, context) -> ArticleRow.all(row))
                .findOne()
                .map(row -> lookup(row, slug))
                .orElseGet(Resolution.Unknown::new));
    }

    /**
     * The newest public article that declares an old path as its alias, as {@link Resolution.Moved}; {@link
     * Resolution.Gone} if that article was removed.
     *
     * @param path of the address, percent-encoded or not
     */
    public Resolution<Entry> formerlyAt(String path) {
        return Names.askable(path)
                ? database.read(handle -> AliasTable.find(handle, path))
                : new Resolution.Unknown<>();
    }

    /** Whether a public article shows, plays or links to the file at a path of the folder. */
    public boolean shows(String path) {
        return Names.askable(path) && database.read(handle -> AttachmentTable.isPublic(handle, path));
    }

    /** The path of an entry's article file. */
    public String pathOf(Entry entry) {
        return database.read(handle -> handle.select("SELECT path FROM article WHERE number = ?", entry.number())
                .mapTo(String.class)
                .one());
    }

    /**
     * The current path of a file that a public article had at an old path, found by its bytes; empty if no public
     * article has it.
     */
    public Optional<String> movedFile(String path) {
        return Names.askable(path) ? database.read(handle -> AttachmentTable.moved(handle, path)) : Optional.empty();
    }

    /** The public article whose file is at a path of the folder, as {@link Resolution.Moved}. */
    public Resolution<Entry> inFile(String path) {
        if (!Names.askable(path)) {
            return new Resolution.Unknown<>();
        }
        return database.read(handle -> handle.select(
                        "SELECT " + ArticleRow.HEAD + " FROM file f JOIN article a ON a.number = f.article"
                                + " WHERE f.id = ? AND a.visible = 1",
                        Hashes.hex(path))
                .map((row, context) -> ArticleRow.head(row))
                .findOne()
                .<Resolution<Entry>>map(row -> new Resolution.Moved<>(row.entry()))
                .orElseGet(Resolution.Unknown::new));
    }

    private static Resolution<Entry> lookup(ArticleRow row, String slug) {
        if (row.removed() && row.oncePublic()) {
            return new Resolution.Gone<>(row.entry());
        }
        if (!row.visible()) {
            return new Resolution.Unknown<>();
        }
        return row.slug().equals(slug) ? new Resolution.Found<>(row.entry()) : new Resolution.Moved<>(row.entry());
    }

    /** All terms with at least one public article: everything first, then categories, authors and tags by name. */
    public List<TermCount> listings() {
        return database.read(handle -> new TermFinder(handle).listed()).entrySet().stream()
                .sorted(Map.Entry.comparingByKey(TermFinder.ORDER))
                .map(entry -> new TermCount(entry.getKey(), entry.getValue()))
                .toList();
    }

    /**
     * Adds a listener for commits that changed what clients see; it is called on the committing thread and must be
     * fast.
     */
    public void onChange(Consumer<Change> listener) {
        writer.onChange(listener);
    }

    /**
     * Stores the rule for ids that no article declares; returns whether it differs from the stored one, so that ids
     * change.
     *
     * @param atFirst the rule of libraries older than this setting
     */
    public boolean idsChange(String rule, String atFirst) {
        String before = writer.ids(rule, atFirst);
        return !before.isEmpty() && !before.equals(rule);
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
    public ETagHistory issued() {
        return issued;
    }

    /** Modification times of documents. */
    public ModifiedDocuments modified() {
        return modified;
    }

    /** Whether the words of all articles are indexed, so that conditions may search them. */
    public boolean knowsWords() {
        if (!words) {
            words = database.read(
                    handle -> new TextFill(handle, TextIndex.of(database, handle), wordRules.maxText()).isFull());
        }
        return words;
    }

    /** Runs a query; a text search is limited to the time that the rules allow. */
    private <T> T select(Conditions where, Function<SelectionQuery, T> question) {
        if (where.text() == null) {
            return database.read(handle -> question.apply(selections(handle)));
        }
        return within(
                database.deadline().atMost(wordRules.timeout()),
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
        return new SelectionQuery(handle, TextIndex.of(database, handle), window);
    }

    /** Completes with the reason as soon as another server holds the library; never if none can. */
    public CompletionStage<String> lost() {
        Lease lease = database.lease();
        return lease == null ? new CompletableFuture<>() : lease.lost();
    }

    /** Why the library cannot be read or written now; null if it can. */
    public @Nullable String trouble() {
        try {
            database.requireThere();
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

    /** The files of the folder that the library knows. */
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
