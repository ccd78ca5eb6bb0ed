package dev.feedmill.http.pages;

import dev.feedmill.address.Address;
import dev.feedmill.address.Parameter;
import dev.feedmill.article.Article;
import dev.feedmill.article.CategoryPath;
import dev.feedmill.feed.coding.Document;
import dev.feedmill.http.message.ServerRules;
import dev.feedmill.http.query.PageCursor;
import dev.feedmill.library.Library;
import dev.feedmill.pages.BuilderView;
import dev.feedmill.pages.HomeView;
import dev.feedmill.pages.PageNumber;
import dev.feedmill.pages.PageRenderer;
import dev.feedmill.pages.TermListPage;
import dev.feedmill.pages.TermView;
import dev.feedmill.pages.TermsView;
import dev.feedmill.pages.View;
import dev.feedmill.pages.article.ArticleView;
import dev.feedmill.pages.part.BuilderForm;
import dev.feedmill.pages.part.SiteContext;
import dev.feedmill.pages.part.Tree;
import dev.feedmill.selection.AdjacentEntries;
import dev.feedmill.selection.Cursor;
import dev.feedmill.selection.Cursors;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.ListArchive;
import dev.feedmill.selection.ListPage;
import dev.feedmill.selection.NamedSelection;
import dev.feedmill.selection.Page;
import dev.feedmill.selection.Resolution;
import dev.feedmill.selection.Term;
import dev.feedmill.selection.TermSummary;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Renders the HTML pages from the current library. */
public final class PageMaker {
    /** Categories, and terms of every other kind, on the front page; with the terms below them the page stays small. */
    private static final int CATEGORIES = 24;

    private static final int OTHERS = 30;
    private static final int BELOW = 8;

    /** Terms of each kind that the fields of the builder complete. */
    private static final int COMPLETED = 150;

    /** Child categories on a category's page. */
    private static final int CHILDREN = 200;

    private final Library library;
    private final PageRenderer pages;
    private final ServerRules.Sizes sizes;
    private final boolean hasQueries;

    /** @param hasQueries whether pages lead to others by queries; else only by paths */
    public PageMaker(Library library, PageRenderer pages, ServerRules.Sizes sizes, boolean hasQueries) {
        this.library = library;
        this.pages = pages;
        this.sizes = sizes;
        this.hasQueries = hasQueries;
    }

    /** The sizes of pages. */
    public ServerRules.Sizes sizes() {
        return sizes;
    }

    Document home(PageCursor cursor) {
        Map<Term.Kind, Tree> shelves = shelves();
        long articles = library.terms().countArticles(Term.EVERYTHING);
        TermListPage newest = listPage(Term.EVERYTHING, articles, cursor);
        return document(site -> HomeView.of(site, articles, newest, shelves));
    }

    /** The terms with most articles, by kind. */
    private Map<Term.Kind, Tree> shelves() {
        Map<Term.Kind, Tree> shelves = new LinkedHashMap<>();
        shelves.put(Term.Kind.CATEGORY, tree(Term.Kind.CATEGORY, Term.EVERYTHING, 0, CATEGORIES, BELOW, true));
        shelves.put(Term.Kind.TAG, tree(Term.Kind.TAG, Term.EVERYTHING, 0, OTHERS, 0, false));
        shelves.put(Term.Kind.AUTHOR, tree(Term.Kind.AUTHOR, Term.EVERYTHING, 0, OTHERS, 0, false));
        return shelves;
    }

    /** The page of a category, an author or a tag. */
    Document term(Term term, PageCursor cursor) {
        Tree below = term.kind() == Term.Kind.CATEGORY
                ? tree(Term.Kind.CATEGORY, term, 0, CHILDREN, 0, false)
                : Tree.flat(List.of(), 0);
        long articles = library.terms().countArticles(term);
        TermListPage page = listPage(term, articles, cursor);
        return document(site -> TermView.of(site, term, library.terms().rule(term), articles, below, page));
    }

    /** A page of the archive of a term's list, without what changes with other articles, such as their number. */
    Document archive(Term term, ListArchive page) {
        TermListPage list = new TermListPage(
                term,
                archivePath(term, page.number()),
                false,
                page.entries(),
                null,
                page.newer() == 0 ? term.page().path() : archivePath(term, page.newer()),
                page.older() == 0 ? null : archivePath(term, page.older()));
        return document(site -> TermView.ofArchive(site, term, library.terms().rule(term), list));
    }

    private static String archivePath(Term term, int number) {
        return new Address.Archive(term.channel().page(), number).path();
    }

    /** The page of a named selection. */
    public Document named(NamedSelection named, boolean isFirst, Page page) {
        String next = page.next() == null ? null : Parameter.CURSOR.with(Cursors.write(page.next()));
        return document(site -> TermView.of(site, named, isFirst, page.entries(), next));
    }

    /**
     * The page of all terms of a kind, or of those below a category.
     *
     * @param page counted from 1
     */
    Document terms(Term.Kind kind, Term above, int page) {
        boolean isTree = kind == Term.Kind.CATEGORY;
        int skip = (page - 1) * TermsView.LENGTH;
        Tree tree = tree(kind, above, skip, TermsView.LENGTH, isTree ? BELOW : 0, isTree);
        return document(site -> TermsView.of(site, kind, above, page, tree));
    }

    /** The page of an article, which is read again so that it is no older than the date that the page gets. */
    Document article(Entry found) {
        Entry entry = library.articles().bySlug(found.slug()) instanceof Resolution.Found<Entry> again
                ? again.value()
                : found;
        List<Term> terms = terms(entry.article());
        Term home = terms.stream()
                .filter(term -> term.kind() == Term.Kind.CATEGORY)
                .findFirst()
                .orElse(Term.EVERYTHING);
        AdjacentEntries neighbours = library.adjacent(home, entry);
        return document(
                site -> ArticleView.of(site, entry, home, library.terms().rule(home), terms, neighbours));
    }

    /** The feed builder page. */
    Document builder(BuilderForm form) {
        Map<Term.Kind, Tree> shelves = shelves();
        Map<Term.Kind, Tree> completed = new EnumMap<>(Term.Kind.class);
        for (Term.Kind kind : shelves.keySet()) {
            completed.put(kind, tree(kind, Term.EVERYTHING, 0, COMPLETED, 0, false));
        }
        return document(site -> BuilderView.of(site, form, shelves, completed));
    }

    /** Any page. */
    Document document(Function<SiteContext, View> view) {
        return new Document(PageRenderer.MEDIA_TYPE, pages.render(view));
    }

    /** @param all number of the term's articles */
    private TermListPage listPage(Term term, long all, PageCursor cursor) {
        Cursor place = cursor.place();
        ListPage slice = cursor.isNewer() && place != null
                ? library.newer(term, place, sizes.pageItems())
                : library.older(term, place, sizes.pageItems());
        if (!hasQueries) {
            return new TermListPage(
                    term,
                    term.page().with(cursor.query()),
                    place == null,
                    slice.entries(),
                    null,
                    place == null ? null : term.page().path(),
                    archiveBehind(term, slice));
        }
        return new TermListPage(
                term,
                term.page().with(cursor.query()),
                place == null,
                slice.entries(),
                PageNumber.of(slice.before(), all, sizes.pageItems()),
                path(term, slice.newer(), true),
                path(term, slice.older(), false));
    }

    private static @Nullable String path(Term term, @Nullable Cursor place, boolean isNewer) {
        return place == null ? null : term.page().with(PageCursor.query(place, isNewer));
    }

    /** The path of the page of the archive on which a list goes on; null if it ends. */
    private @Nullable String archiveBehind(Term term, ListPage slice) {
        Cursor end = slice.older();
        int number = end == null ? 0 : library.listArchiveBehind(term, end);
        return number == 0 ? null : archivePath(term, number);
    }

    /** @param below how many of the terms below each node are listed */
    private Tree tree(Term.Kind kind, Term above, int skip, int limit, int below, boolean withNewest) {
        List<Tree.Node> nodes = new ArrayList<>();
        for (TermSummary branch : library.terms().children(kind, above, skip, limit, withNewest)) {
            List<TermSummary> children = below == 0 || branch.branches() == 0
                    ? List.of()
                    : library.terms().children(kind, branch.term(), 0, below, false);
            nodes.add(new Tree.Node(
                    branch,
                    children.stream()
                            .map(child -> new Tree.Node(child, List.of()))
                            .toList()));
        }
        return new Tree(nodes, library.terms().countChildren(kind, above));
    }

    private List<Term> terms(Article article) {
        List<Term> terms = new ArrayList<>();
        for (CategoryPath path : article.categories()) {
            add(terms, Term.Kind.CATEGORY, path.names());
        }
        for (String author : article.authors()) {
            add(terms, Term.Kind.AUTHOR, List.of(author));
        }
        for (String tag : article.tags()) {
            add(terms, Term.Kind.TAG, List.of(tag));
        }
        return terms.stream().distinct().filter(library.terms()::isListed).toList();
    }

    private void add(List<Term> terms, Term.Kind kind, List<String> names) {
        Resolution<Term> lookup = library.terms().find(kind, names);
        if (lookup instanceof Resolution.Found<Term> found) {
            terms.add(found.value());
        } else if (lookup instanceof Resolution.Moved<Term> moved) {
            terms.add(moved.value());
        }
    }
}
