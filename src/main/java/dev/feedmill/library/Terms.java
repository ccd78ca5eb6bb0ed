package dev.feedmill.library;

import dev.feedmill.address.PathSegments;
import dev.feedmill.article.CategoryRule;
import dev.feedmill.article.Renaming;
import dev.feedmill.library.query.BranchQuery;
import dev.feedmill.library.query.SimilarTermQuery;
import dev.feedmill.library.query.TermFinder;
import dev.feedmill.library.sql.Database;
import dev.feedmill.library.sql.LibraryPlace;
import dev.feedmill.library.sql.NameFolding;
import dev.feedmill.library.table.TermRow;
import dev.feedmill.library.write.CategoryRules;
import dev.feedmill.selection.Resolution;
import dev.feedmill.selection.Term;
import dev.feedmill.selection.TermCount;
import dev.feedmill.selection.TermSummary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds terms of public articles in the library, with their counts. Thread-safe. */
public final class Terms {
    private final Database database;
    private final CategoryRules categories;
    private final List<Renaming> renamings;

    Terms(Database database, CategoryRules categories, List<Renaming> renamings) {
        this.database = database;
        this.categories = categories;
        this.renamings = List.copyOf(renamings);
    }

    /**
     * Finds a term by the decoded segments of a URL below {@link Term.Kind#prefix}. Returns {@link Resolution.Moved}
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
                List<String> renamed =
                        new Renaming(NameFolding.fold(from), renaming.to()).of(NameFolding.fold(segments));
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

    /** The categories, authors and tags of these numbers that have articles, public or not. */
    public List<Term> used(Set<Long> numbers) {
        return database.read(handle -> new TermFinder(handle).used(numbers));
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
        return term.kind() == Term.Kind.CATEGORY
                ? categories.of(
                        term.number(), number -> database.read(handle -> new TermFinder(handle).writtenNames(number)))
                : null;
    }

    /**
     * The direct children of a term, of one kind, those with the most articles first.
     *
     * @param parent {@link Term#EVERYTHING} for top-level terms
     * @param skip number of terms to leave out at the start
     * @param withNewest whether to include their newest articles
     */
    public List<TermSummary> children(Term.Kind kind, Term parent, int skip, int limit, boolean withNewest) {
        return database.read(handle -> new BranchQuery(handle).children(kind, parent, skip, limit, withNewest));
    }

    /** Terms whose names are most similar to a text, the most similar first; compares a bounded number of names. */
    public List<TermSummary> similar(Term.Kind kind, String text, int limit) {
        return NameFolding.isPossibleName(text)
                ? database.read(handle -> new SimilarTermQuery(handle).similar(kind, text, limit))
                : List.of();
    }

    /** Number of direct children of a term. */
    public long countChildren(Term.Kind kind, Term parent) {
        return database.read(handle -> new BranchQuery(handle).count(kind, parent));
    }

    /** Number of terms with public articles, including the term of everything. */
    public long countFeeds() {
        return database.read(handle -> handle.createQuery(
                        "SELECT count(*) FROM term WHERE shown > 0 AND hidden = 0 AND kind IN (" + TermRow.KINDS + ")")
                .mapTo(Long.class)
                .one());
    }

    /** Number of public articles under a term. */
    public long countArticles(Term term) {
        return database.read(handle -> new BranchQuery(handle).articles(term));
    }

    /** All terms with at least one public article: everything first, then categories, authors and tags by name. */
    public List<TermCount> listed() {
        return listed(database);
    }

    /**
     * All terms of a library, as {@link #listed}; opens it without taking its lease. Empty if there is no library yet.
     *
     * @throws dev.feedmill.library.sql.LibraryException if it cannot be used
     */
    public static Optional<List<TermCount>> listedIn(String where) {
        if (!LibraryPlace.hasFile(where)) {
            return Optional.empty();
        }
        try (Database database = Database.open(where)) {
            return Optional.of(listed(database));
        }
    }

    private static List<TermCount> listed(Database database) {
        return database.read(handle -> new TermFinder(handle).listed()).entrySet().stream()
                .sorted(Map.Entry.comparingByKey(TermFinder.ORDER))
                .map(entry -> new TermCount(entry.getKey(), entry.getValue()))
                .toList();
    }
}
