package dev.feedmill.http.pages;

import dev.feedmill.address.Address;
import dev.feedmill.address.Channel;
import dev.feedmill.address.FixedAddress;
import dev.feedmill.address.Parameter;
import dev.feedmill.feed.ChaptersRenderer;
import dev.feedmill.feed.coding.Document;
import dev.feedmill.http.caching.Responder;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.ProblemResponses;
import dev.feedmill.http.message.Redirects;
import dev.feedmill.http.query.PageCursor;
import dev.feedmill.http.query.SelectionParameters;
import dev.feedmill.http.query.SelectionQueries;
import dev.feedmill.http.query.TermNames;
import dev.feedmill.library.Library;
import dev.feedmill.pages.Assets;
import dev.feedmill.pages.FeedStyle;
import dev.feedmill.pages.OwnStyle;
import dev.feedmill.pages.TermsView;
import dev.feedmill.pages.part.SiteContext;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.ListArchive;
import dev.feedmill.selection.Resolution;
import dev.feedmill.selection.Term;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Handler for the HTML pages and their assets. */
public final class PageHandler {
    private static final Set<Long> EVERYTHING = Set.of(Term.EVERYTHING.number());
    private static final int MAX_PAGES = 1_000_000;

    private final Library library;
    private final SiteContext site;
    private final PageMaker maker;
    private final Responder responder;
    private final ChaptersRenderer chapters;
    private final Map<Address, Function<HttpRequest, HttpResponse>> fixed;

    public PageHandler(
            Library library,
            SiteContext site,
            PageMaker maker,
            SelectionQueries queries,
            Responder responder,
            ChaptersRenderer chapters) {
        this.library = library;
        this.site = site;
        this.maker = maker;
        this.responder = responder;
        this.chapters = chapters;
        BuilderHandler builder = new BuilderHandler(library, queries, maker, responder);
        SearchHandler search = new SearchHandler(library, queries, maker, responder);
        this.fixed = Map.of(
                Channel.EVERYTHING.page(),
                this::home,
                FixedAddress.BUILDER,
                builder::answer,
                FixedAddress.SEARCH,
                search::answer);
    }

    /** The pages without names in their addresses. */
    public Map<Address, Function<HttpRequest, HttpResponse>> fixed() {
        return fixed;
    }

    private HttpResponse home(HttpRequest request) {
        if (request.query().hasAny(SelectionParameters.FEED)) {
            return Redirects.moved(request, FixedAddress.SEARCH);
        }
        PageCursor cursor = PageCursor.of(request.query());
        return cursor == null
                ? noPlace()
                : answer(request, cursor, Term.EVERYTHING.page().rooted(), EVERYTHING, () -> maker.home(cursor));
    }

    public HttpResponse term(HttpRequest request, Term term) {
        if (request.query().hasAny(SelectionParameters.FEED)) {
            String own = TermNames.parameter(term.kind()).with(TermNames.value(term));
            return Redirects.to(
                    FixedAddress.SEARCH.rooted(own + "&" + request.query().only(SelectionParameters.FEED)));
        }
        PageCursor cursor = PageCursor.of(request.query());
        String path = term.page().rooted();
        return cursor == null
                ? noPlace()
                : answer(request, cursor, path, Set.of(term.number()), () -> maker.term(term, cursor));
    }

    /**
     * A page of the archive of a term's list. None is cached, since their number grows with the articles.
     *
     * @param number counted from 1 at the oldest
     */
    public HttpResponse archive(HttpRequest request, Term term, int number) {
        Optional<ListArchive> page = responder.inTurn(request, () -> library.listArchive(term, number));
        return page.isEmpty()
                ? ProblemResponses.of(404, "the archive has no such page")
                : responder.uncachedPage(request, Set.of(term.number()), () -> maker.archive(term, page.get()));
    }

    private static HttpResponse noPlace() {
        return ProblemResponses.of(400, "'older' and 'newer' must be cursors from a page of this server");
    }

    /** The page of all terms of a kind, or of those below the category in the query. */
    public HttpResponse terms(HttpRequest request, Term.Kind kind) {
        return Redirects.canonical(request, kind.list(), () -> canonicalTerms(request, kind));
    }

    private HttpResponse canonicalTerms(HttpRequest request, Term.Kind kind) {
        String in = request.query().last(Parameter.IN);
        Term above = in == null ? Term.EVERYTHING : category(in);
        int page = page(request.query().last(Parameter.PAGE));
        if (above == null || page == 0) {
            return ProblemResponses.of(404, "there is no such page");
        }
        // No path contains these characters.
        String key = request.path() + "#" + above.number() + "#" + page;
        long all =
                page == 1 ? 1 : responder.inTurn(request, () -> library.terms().countChildren(kind, above));
        return (long) (page - 1) * TermsView.LENGTH < all
                ? responder.page(request, key, EVERYTHING, () -> maker.terms(kind, above, page))
                : ProblemResponses.of(404, "there is no such page");
    }

    private @Nullable Term category(String path) {
        Resolution<Term> lookup = library.terms().find(Term.Kind.CATEGORY, List.of(path.split("/", -1)));
        return lookup instanceof Resolution.Found<Term> found ? found.value() : null;
    }

    /** The page number, counted from 1; 0 if it is invalid. */
    private static int page(@Nullable String text) {
        if (text == null) {
            return 1;
        }
        int page = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
        return page > MAX_PAGES ? 0 : page;
    }

    /** The page of an article, or the list of its chapters. */
    public HttpResponse article(HttpRequest request) {
        Address address = Address.parse(request.path());
        if (address instanceof Address.Chapters list) {
            return find(request, list.slug(), Entry::chapters, (path, entry) -> chapters(request, path, entry));
        }
        if (address instanceof Address.Article page) {
            return find(
                    request,
                    page.slug(),
                    Entry::page,
                    (path, entry) -> responder.articlePage(
                            request, path, EVERYTHING, entry.number(), () -> maker.article(entry)));
        }
        return ProblemResponses.of(400, "the path must be percent-encoded UTF-8");
    }

    private HttpResponse find(
            HttpRequest request,
            String slug,
            Function<Entry, Address> addresses,
            BiFunction<String, Entry, HttpResponse> answers) {
        Resolution<Entry> lookup = library.articles().bySlug(slug);
        if (lookup instanceof Resolution.Found<Entry> found) {
            Address canonical = addresses.apply(found.value());
            return Redirects.canonical(request, canonical, () -> answers.apply(canonical.rooted(), found.value()));
        }
        if (lookup instanceof Resolution.Moved<Entry> moved) {
            return Redirects.moved(request, addresses.apply(moved.value()));
        }
        return lookup instanceof Resolution.Gone<Entry>
                ? ProblemResponses.of(410, "the article was taken away")
                : ProblemResponses.of(404, "there is no such article");
    }

    private HttpResponse chapters(HttpRequest request, String key, Entry entry) {
        Document list = chapters.render(entry);
        return list == null
                ? ProblemResponses.of(404, "the article has no chapters")
                : responder.articleData(request, key, EVERYTHING, entry.number(), () -> list);
    }

    /** An asset of the pages. */
    public HttpResponse asset(HttpRequest request) {
        return asset(request, Address.parse(request.path()) instanceof Address.Asset asset ? asset.name() : "");
    }

    /** The icon, where browsers look for it by convention. */
    public HttpResponse favicon(HttpRequest request) {
        return asset(request, Assets.ICON);
    }

    /** An asset; its query concerns only browsers' caches. */
    private HttpResponse asset(HttpRequest request, String name) {
        String css = site.look().css();
        if (name.equals(OwnStyle.NAME) && !css.isEmpty()) {
            return responder.asset(
                    request, () -> new Document("text/css; charset=utf-8", css.getBytes(StandardCharsets.UTF_8)));
        }
        Assets.Asset asset = Assets.named(name);
        if (asset == null) {
            return ProblemResponses.of(404, "there is nothing at this address");
        }
        return responder.asset(
                request,
                () -> new Document(
                        asset.mediaType(), name.equals(FeedStyle.NAME) ? FeedStyle.of(site) : asset.bytes()));
    }

    /**
     * Answers with a page of a list. Only the first page is cached: the number of later ones is unbounded, and they
     * would evict feeds.
     */
    private HttpResponse answer(
            HttpRequest request, PageCursor cursor, String path, Set<Long> terms, Supplier<Document> maker) {
        return cursor.place() == null
                ? responder.page(request, path, terms, maker)
                : responder.uncachedPage(request, terms, maker);
    }
}
