package dev.feedmill.http.pages;

import dev.feedmill.feed.ChaptersRenderer;
import dev.feedmill.feed.coding.Document;
import dev.feedmill.http.caching.ConditionalRequests;
import dev.feedmill.http.caching.DocumentCache;
import dev.feedmill.http.caching.HeaderFields;
import dev.feedmill.http.caching.RenderQueue;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.ProblemResponses;
import dev.feedmill.http.message.RawPath;
import dev.feedmill.http.message.Redirects;
import dev.feedmill.http.message.TermPaths;
import dev.feedmill.http.query.CanonicalQuery;
import dev.feedmill.http.query.PageCursor;
import dev.feedmill.http.query.Parameters;
import dev.feedmill.http.query.SelectionParameters;
import dev.feedmill.http.query.TermNames;
import dev.feedmill.library.Library;
import dev.feedmill.pages.Assets;
import dev.feedmill.pages.FeedStyle;
import dev.feedmill.pages.TermsView;
import dev.feedmill.pages.part.SiteContext;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.Resolution;
import dev.feedmill.selection.Term;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The pages for people, and the files that they load. */
public final class PageHandler {
    private static final Set<Long> EVERYTHING = Set.of(Term.EVERYTHING.number());
    private static final int MOST_PAGES = 1_000_000;

    private final Library library;
    private final SiteContext frame;
    private final PageMaker maker;
    private final DocumentCache documents;
    private final ConditionalRequests conditional;
    private final HeaderFields fields;
    private final RenderQueue workshop;
    private final ChaptersRenderer chapters;

    public PageHandler(
            Library library,
            SiteContext frame,
            PageMaker maker,
            DocumentCache documents,
            ConditionalRequests conditional,
            HeaderFields fields,
            RenderQueue workshop,
            ChaptersRenderer chapters) {
        this.library = library;
        this.frame = frame;
        this.maker = maker;
        this.documents = documents;
        this.conditional = conditional;
        this.fields = fields;
        this.workshop = workshop;
        this.chapters = chapters;
    }

    public HttpResponse home(HttpRequest request) {
        if (SelectionParameters.isUsed(request.query(), SelectionParameters.FEED)) {
            return TermPaths.moved(request, SearchHandler.PATH);
        }
        long mark = documents.mark();
        PageCursor leaf = PageCursor.of(request.query());
        return leaf == null ? noPlace() : answer(request, leaf, "/", EVERYTHING, mark, () -> maker.home(leaf));
    }

    public HttpResponse term(HttpRequest request, Term term, long mark) {
        if (SelectionParameters.isUsed(request.query(), SelectionParameters.FEED)) {
            String own = TermNames.parameter(term.kind()) + "=" + TermNames.value(term);
            return Redirects.to(SearchHandler.PATH + "?" + own + "&"
                    + CanonicalQuery.known(request.query(), SelectionParameters.FEED));
        }
        PageCursor leaf = PageCursor.of(request.query());
        String path = TermPaths.canonical(term, null);
        return leaf == null
                ? noPlace()
                : answer(request, leaf, path, Set.of(term.number()), mark, () -> maker.term(term, leaf));
    }

    private static HttpResponse noPlace() {
        return ProblemResponses.of(400, "'older' and 'newer' must be as a page of this server names them");
    }

    /** All terms of a kind, or all below the category that the query names. */
    public HttpResponse terms(HttpRequest request, Term.Kind kind) {
        if (!request.path().equals("/" + kind.folder())) {
            return TermPaths.moved(request, "/" + kind.folder());
        }
        long mark = documents.mark();
        Parameters parameters = new Parameters(request.query());
        String in = parameters.last("in");
        Term above = in == null ? Term.EVERYTHING : category(in);
        int page = page(parameters.last("page"));
        if (above == null || page == 0) {
            return ProblemResponses.of(404, "there is no such page");
        }
        // No request has these signs in its path.
        String key = "/" + kind.folder() + "#" + above.number() + "#" + page;
        long all = page == 1 ? 1 : workshop.make(request, () -> library.countBranches(kind, above));
        return (long) (page - 1) * TermsView.LENGTH < all
                ? answer(request, key, EVERYTHING, mark, () -> maker.terms(kind, above, page))
                : ProblemResponses.of(404, "there is no such page");
    }

    private @Nullable Term category(String path) {
        Resolution<Term> lookup = library.find(Term.Kind.CATEGORY, List.of(path.split("/", -1)));
        return lookup instanceof Resolution.Found<Term> found ? found.value() : null;
    }

    /** Counted from 1; 0 where there can be none. */
    private static int page(@Nullable String text) {
        if (text == null) {
            return 1;
        }
        int page = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
        return page > MOST_PAGES ? 0 : page;
    }

    public HttpResponse article(HttpRequest request) {
        List<String> segments = RawPath.segmentsBelow(request.path(), "/articles/");
        if (segments == null) {
            return ProblemResponses.of(400, "the path must be percent-encoded UTF-8");
        }
        long mark = documents.mark();
        boolean chapters = segments.size() == 2 && segments.get(1).equals(Entry.CHAPTERS);
        Function<Entry, String> path = chapters ? Entry::chaptersPath : Entry::pagePath;
        Resolution<Entry> lookup = library.article(chapters ? segments.get(0) : String.join("/", segments));
        if (lookup instanceof Resolution.Found<Entry> found) {
            String canonical = "/" + path.apply(found.value());
            if (!canonical.equals(request.path())) {
                return TermPaths.moved(request, canonical);
            }
            return chapters
                    ? chapters(request, canonical, mark, found.value())
                    : answer(request, canonical, EVERYTHING, mark, () -> maker.article(found.value()));
        }
        if (lookup instanceof Resolution.Moved<Entry> moved) {
            return TermPaths.moved(request, "/" + path.apply(moved.value()));
        }
        return lookup instanceof Resolution.Gone<Entry>
                ? ProblemResponses.of(410, "the article was taken away")
                : ProblemResponses.of(404, "there is no such article");
    }

    private HttpResponse chapters(HttpRequest request, String key, long mark, Entry entry) {
        Document list = chapters.render(entry);
        return list == null
                ? ProblemResponses.of(404, "the article has no chapters")
                : conditional.answer(request, documents.get(request, key, EVERYTHING, mark, () -> fields.plain(list)));
    }

    /** A file that pages load. */
    public HttpResponse asset(HttpRequest request) {
        return asset(request, request.path(), request.path().substring(Assets.FOLDER.length() + 2));
    }

    /** The same under another path; what its query says is for browsers alone. */
    public HttpResponse asset(HttpRequest request, String path, String name) {
        Assets.Asset asset = Assets.named(name);
        if (asset == null) {
            return ProblemResponses.of(404, "there is nothing at this address");
        }
        return conditional.answer(
                request,
                documents.get(
                        request,
                        path,
                        Set.of(),
                        documents.mark(),
                        () -> fields.asset(new Document(
                                asset.mediaType(),
                                name.equals(FeedStyle.NAME) ? FeedStyle.of(frame) : asset.bytes()))));
    }

    /** Later parts of a list are not kept: there are as many as anybody cares to name, and feeds would make room for them. */
    private HttpResponse answer(
            HttpRequest request, PageCursor leaf, String path, Set<Long> terms, long mark, Supplier<Document> maker) {
        return leaf.place() == null
                ? answer(request, path, terms, mark, maker)
                : conditional.answer(request, workshop.make(request, () -> fields.page(maker.get())));
    }

    private HttpResponse answer(HttpRequest request, String key, Set<Long> terms, long mark, Supplier<Document> maker) {
        return conditional.answer(request, documents.get(request, key, terms, mark, () -> fields.page(maker.get())));
    }
}
