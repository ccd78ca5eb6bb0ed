package dev.feedmill.library;

import dev.feedmill.article.CategoryRule;
import dev.feedmill.article.PathSegments;
import dev.feedmill.article.Renaming;
import dev.feedmill.library.query.AddressQuery;
import dev.feedmill.library.query.BranchQuery;
import dev.feedmill.library.query.ChapterQuery;
import dev.feedmill.library.query.LikeQuery;
import dev.feedmill.library.query.SelectionQuery;
import dev.feedmill.library.query.SliceQuery;
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
 * All articles in SQL. Thread-safe: every question is answered from one state between two commits, also while files are
 * being stored.
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
     * Opens the library, made anew where there is none.
     *
     * @param where a folder for its file {@code feedmill.db}, or a {@code jdbc:postgresql:} or {@code jdbc:sqlite:} URL
     * @throws LibraryException where that cannot be used
     */
    public static Library open(String where, InstantSource clock) {
        return open(where, clock, LibraryRules.defaults());
    }

    /** Opens the library with other rules. */
    public static Library open(String where, InstantSource clock, LibraryRules rules) {
        return revised(new Library(Database.open(where), clock, rules));
    }

    /**
     * Opens the library for a server, which keeps it from all other servers until it is closed.
     *
     * @param leaseTime after which another may take it from one that is not heard of any more
     * @throws LibraryException where another has it; the message says who
     */
    public static Library openFor(
            LeaseHolder holder, Duration leaseTime, String where, InstantSource clock, LibraryRules rules) {
        Library library = revised(new Library(Database.open(where, holder, leaseTime), clock, rules));
        try {
            // What ended while no server ran is not shown until the folder was looked at.
            library.writer.release();
            return library;
        } catch (RuntimeException e) {
            library.close();
            throw e;
        }
    }

    /**
     * All files with articles that a library knows, by path; whoever holds it may go on.
     *
     * @throws LibraryException where there is none
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
     * Finds a term by the decoded segments of a URL below {@link Term.Kind#folder}. Another spelling of its names, a
     * category's name without those above it where only one has it, and its alias are {@link Resolution.Moved}.
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

    /** The address that an old name of a category would have now; null where it is none. */
    private @Nullable List<String> renamed(List<String> segments) {
        for (Renaming renaming : renamings) {
            for (List<String> from : List.of(renaming.from(), PathSegments.ofNames(renaming.from()))) {
                List<String> renamed = new Renaming(folded(from), renaming.to()).of(folded(segments));
                if (renamed != null) {
                    return renamed;
                }
            }
        }
        return null;
    }

    private static List<String> folded(List<String> names) {
        return names.stream().map(Names::fold).toList();
    }

    private static Resolution<Term> moved(Resolution<Term> now, Resolution<Term> otherwise) {
        if (now instanceof Resolution.Found<Term> found) {
            return new Resolution.Moved<>(found.value());
        }
        return now instanceof Resolution.Moved<Term> ? now : otherwise;
    }

    /** Whether lists name a term: the operator may hide categories. */
    public boolean isListed(Term term) {
        return database.read(handle -> handle.select("SELECT hidden FROM term WHERE number = ?", term.number())
                        .mapTo(Integer.class)
                        .findOne()
                        .orElse(0))
                == 0;
    }

    /** What the operator says of a category; null where nothing is said. */
    public @Nullable CategoryRule rule(Term term) {
        return categories.of(term.number());
    }

    /**
     * The public articles that fulfil conditions; empty where a term is not known.
     *
     * @throws dev.feedmill.runtime.TooSlowException where words are asked for that cannot be found in time
     */
    public Page page(Selection selection) {
        return select(selection.where(), query -> query.page(selection));
    }

    /**
     * The public articles that fulfil conditions which name words that must be there, those first that say them best; of
     * thousands, the newest are compared.
     *
     * @param skip so many of them are left out
     * @throws dev.feedmill.runtime.TooSlowException where they cannot be found in time
     */
    public SearchResults best(Conditions where, int skip, int limit) {
        return select(where, query -> query.best(where, skip, limit));
    }

    /** The last one before a time in an order, of those that fulfil all conditions but those of time. */
    public Optional<Entry> lastBefore(Conditions where, Selection.Order order, Instant time) {
        return select(where, query -> query.lastBefore(where, order, time));
    }

    /** The newest entries of a term, with the way to older ones. */
    public FeedPage current(Term term) {
        return database.read(handle -> new ChapterQuery(handle, selections(handle), window).current(term));
    }

    /** One page of a term's archive, counted from 1 at the oldest; nothing where there is none of this number. */
    public Optional<FeedPage> archive(Term term, int number) {
        return database.read(handle -> new ChapterQuery(handle, selections(handle), window).archive(term, number));
    }

    /** Articles of a term, newest first, for people: those behind a place, or the newest. */
    public ListPage older(Term term, @Nullable Cursor place, int limit) {
        return database.read(handle -> new SliceQuery(handle).older(term, place, limit));
    }

    /** The last ones before a place; the newest where fewer than {@code limit} are before it. */
    public ListPage newer(Term term, Cursor place, int limit) {
        return database.read(handle -> new SliceQuery(handle).newer(term, place, limit));
    }

    /** What stands beside an article in a term's list. */
    public AdjacentEntries neighbours(Term term, Entry entry) {
        return database.read(handle -> new SliceQuery(handle).neighbours(term, entry));
    }

    /**
     * The terms of a kind right below another, those with the most articles first.
     *
     * @param above {@link Term#EVERYTHING} for those at the top
     * @param skip so many of them are left out
     * @param told whether their newest articles are asked for
     */
    public List<TermSummary> branches(Term.Kind kind, Term above, int skip, int limit, boolean told) {
        return database.read(handle -> new BranchQuery(handle).below(kind, above, skip, limit, told));
    }

    /** Terms whose names are most like a text, the most alike first; a bounded number is compared. */
    public List<TermSummary> like(Term.Kind kind, String text, int limit) {
        return Names.askable(text) ? database.read(handle -> new LikeQuery(handle).like(kind, text, limit)) : List.of();
    }

    /** How many groups of addresses there are, at least 1. */
    public int addressGroups() {
        return database.read(handle -> new AddressQuery(handle, window).groups());
    }

    /**
     * The pages of public articles whose home is this server, oldest first; empty where there is no such group.
     *
     * @param group counted from 1; each has some ten thousand, and only the last one changes with a new article
     * @param most at most so many
     */
    public List<PageAddress> addresses(int group, int most) {
        return database.read(handle -> new AddressQuery(handle, window).group(group, most));
    }

    /** How many there are of them. */
    public long countBranches(Term.Kind kind, Term above) {
        return database.read(handle -> new BranchQuery(handle).count(kind, above));
    }

    /** How many terms have public articles, everything included. */
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

    /** How many public articles are under a term. */
    public long countArticles(Term term) {
        return database.read(handle -> new BranchQuery(handle).articles(term));
    }

    /** A public article by the decoded segment of its URL; a tombstone is {@link Resolution.Gone}. */
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
     * The newest public article that says that it had an address before, as {@link Resolution.Moved}; one that was taken away is
     * {@link Resolution.Gone}.
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

    /** The path of the file in which an article is. */
    public String pathOf(Entry entry) {
        return database.read(handle -> handle.select("SELECT path FROM article WHERE number = ?", entry.number())
                .mapTo(String.class)
                .one());
    }

    /** Where the file is now that a public article had at a path before, by its bytes; empty where no public article has it. */
    public Optional<String> movedFile(String path) {
        return Names.askable(path) ? database.read(handle -> AttachmentTable.moved(handle, path)) : Optional.empty();
    }

    /** The public article in the file at a path of the folder, as {@link Resolution.Moved}. */
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

    /** Calls the listener after every commit that changed what readers see, on the thread that made it: be quick. */
    public void onChange(Consumer<Change> listener) {
        writer.onChange(listener);
    }

    /**
     * Notes by which rule ids are made that no article declares; whether that was another before, so that ids change.
     *
     * @param atFirst the rule of libraries that were made before there was a choice
     */
    public boolean idsChange(String rule, String atFirst) {
        String before = writer.ids(rule, atFirst);
        return !before.isEmpty() && !before.equals(rule);
    }

    /** What the configuration at a path said when it could last be read; null where it never could. */
    public @Nullable String configuration(String path) {
        return database.read(handle -> new ConfigurationTable(handle).text(path));
    }

    /** Remembers what configurations say, by path. */
    public void keepConfigurations(Map<String, String> texts) {
        writer.keepConfigurations(texts);
    }

    /** What was in the feeds when they had which entity tags. */
    public ETagHistory issued() {
        return issued;
    }

    /** When the documents made of it became what they are. */
    public ModifiedDocuments modified() {
        return modified;
    }

    /** Whether the words of all articles are known, so that conditions may ask for them. */
    public boolean knowsWords() {
        if (!words) {
            words = database.read(
                    handle -> new TextFill(handle, TextIndex.of(database, handle), wordRules.maxText()).isFull());
        }
        return words;
    }

    /** Looks for words no longer than its rules allow. */
    private <T> T select(Conditions where, Function<SelectionQuery, T> question) {
        if (where.text() == null) {
            return database.read(handle -> question.apply(selections(handle)));
        }
        return within(
                database.deadline().atMost(wordRules.patience()),
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

    /** Completed with the reason as soon as another server has the library; never where none can. */
    public CompletionStage<String> lost() {
        Lease lease = database.lease();
        return lease == null ? new CompletableFuture<>() : lease.lost();
    }

    /** Why the library cannot be read or written just now; null where it can. */
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

    /** The files of the folder that it knows. */
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
