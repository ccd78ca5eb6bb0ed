package dev.feedmill.http.feeds;

import dev.feedmill.address.Address;
import dev.feedmill.address.Format;
import dev.feedmill.feed.FeedRenderer;
import dev.feedmill.feed.Rendered;
import dev.feedmill.feed.coding.Document;
import dev.feedmill.feed.item.FeedDescriptor;
import dev.feedmill.http.caching.BrowserNavigation;
import dev.feedmill.http.caching.CachedResponse;
import dev.feedmill.http.caching.ConditionalRequests;
import dev.feedmill.http.caching.DeltaEncoding;
import dev.feedmill.http.caching.DocumentCache;
import dev.feedmill.http.caching.HeaderFields;
import dev.feedmill.http.message.BadParameterException;
import dev.feedmill.http.message.FeedCounts;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.ProblemResponses;
import dev.feedmill.http.message.Query;
import dev.feedmill.http.message.Redirects;
import dev.feedmill.http.query.ArchiveNumber;
import dev.feedmill.http.query.SelectedPages;
import dev.feedmill.http.query.SelectionParameters;
import dev.feedmill.http.query.SelectionRequest;
import dev.feedmill.http.query.SelectionRequestParser;
import dev.feedmill.http.query.Subjects;
import dev.feedmill.http.status.ResponseCounts;
import dev.feedmill.library.Library;
import dev.feedmill.runtime.Deadline;
import dev.feedmill.selection.FeedPage;
import dev.feedmill.selection.NamedSelection;
import dev.feedmill.selection.Term;
import dev.feedmill.web.PercentCoding;
import dev.feedmill.web.ServerUrl;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Handler for feeds: whole feeds, deltas and archive pages. */
public final class FeedHandler {
    private static final Set<Long> EVERYTHING = Set.of(Term.EVERYTHING.number());

    private final Library library;
    private final FeedRenderer renderer;
    private final DocumentCache documents;
    private final ConditionalRequests conditional;
    private final HeaderFields fields;
    private final DeltaEncoding deltas;
    private final RateLimiter rateLimiter;
    private final ResponseCounts counts;
    private final SelectionRequestParser parser;
    private final SelectedPages pages;
    private final int usual;
    private final @Nullable ServerUrl movedTo;

    /**
     * Creates the handler.
     *
     * @param wholeFor prefixes of the User-Agent of clients that always get whole feeds
     * @param usual how many entries a feed has if its address names no limit
     * @param movedTo the server that has the feeds now; null for this one
     */
    public FeedHandler(
            Library library,
            FeedRenderer renderer,
            DocumentCache documents,
            ConditionalRequests conditional,
            HeaderFields fields,
            RateLimiter rateLimiter,
            ResponseCounts counts,
            SelectionRequestParser parser,
            SelectedPages pages,
            List<String> wholeFor,
            int usual,
            @Nullable ServerUrl movedTo) {
        this.library = library;
        this.renderer = renderer;
        this.documents = documents;
        this.conditional = conditional;
        this.fields = fields;
        this.deltas = new DeltaEncoding(library.issued(), wholeFor);
        this.rateLimiter = rateLimiter;
        this.counts = counts;
        this.parser = parser;
        this.pages = pages;
        this.usual = usual;
        this.movedTo = movedTo;
    }

    /**
     * The response if it is ready; null if a lookup or rendering is needed.
     *
     * @param cached the cached document for the request's address
     */
    @Nullable
    public HttpResponse ready(HttpRequest request, CachedResponse cached) {
        if (movedTo != null
                || BrowserNavigation.isWanted(request)
                || (deltas.areWanted(request) && conditional.settled(request, cached.validators()) == null)) {
            return null;
        }
        HttpResponse response = conditional.ready(request, cached);
        return response == null ? null : limited(request, response);
    }

    /** Whether the feeds are on another server now, so that nothing of them is served from cache here. */
    public boolean haveMoved() {
        return movedTo != null;
    }

    /** Redirects to the other server. The feed stays as the content, for clients that do not follow redirects. */
    private HttpResponse moved(HttpRequest request, HttpResponse response) {
        if (movedTo == null || response.status() >= 400 || response.status() == 301) {
            return response;
        }
        String query = PercentCoding.ascii(request.query().suffix());
        return response.movedTo(movedTo.url(request.path().substring(1) + query));
    }

    /**
     * The response with the feed of a term.
     *
     */
    public HttpResponse answer(HttpRequest request, Term term, Format format) {
        return moved(request, localResponse(request, term, format));
    }

    private HttpResponse localResponse(HttpRequest request, Term term, Format format) {
        int number = ArchiveNumber.of(request.query());
        if (number == ArchiveNumber.WRONG) {
            return ProblemResponses.of(400, "'archive' must be the number of a page, counted from 1");
        }
        if (number == ArchiveNumber.NONE && request.query().hasAny(SelectionParameters.FEED)) {
            return selected(request, term, format);
        }
        if (number == ArchiveNumber.NONE) {
            return answer(request, source(term), format);
        }
        CachedResponse cached = archive(request, term, format, number);
        return cached == null
                ? ProblemResponses.of(404, "the archive has no such page")
                : answer(request, format, cached);
    }

    /** The response with the feed of a named selection; the query may set order and content options. */
    public HttpResponse answer(HttpRequest request, NamedSelection named, Format format) {
        return moved(request, localResponse(request, named, format));
    }

    private HttpResponse localResponse(HttpRequest request, NamedSelection named, Format format) {
        Address address = named.channel().feed(format);
        try {
            String told = request.query().only(SelectionParameters.SHAPE);
            String canonical = parser.feed(Query.of(told), Term.EVERYTHING).query();
            if (!told.equals(canonical)) {
                return Redirects.to(address.rooted(canonical));
            }
            SelectionRequest selection = parser.named(told.isEmpty() ? named.where() : named.where() + "&" + told);
            FeedSource source = new FeedSource(
                    FeedDescriptor.of(
                            named,
                            new FeedDescriptor.Options(told, selection.piece().order(), selection.shape())),
                    selection.times(),
                    EVERYTHING,
                    () -> feedPage(selection, request.deadline()));
            return answer(request, source, format);
        } catch (BadParameterException e) {
            return e.answer();
        }
    }

    private HttpResponse answer(HttpRequest request, FeedSource source, Format format) {
        CachedResponse cached = whole(request, source, format);
        if (deltas.areWanted(request)
                && source.subject().options().query().isEmpty()
                && conditional.settled(request, cached.validators()) == null) {
            CachedResponse delta = delta(request, source, format);
            if (delta != null) {
                return conditional.full(request, delta);
            }
        }
        return answer(request, format, cached);
    }

    private FeedSource source(Term term) {
        return FeedSource.of(term, library.rule(term), () -> library.current(term));
    }

    private HttpResponse answer(HttpRequest request, Format format, CachedResponse cached) {
        HttpResponse response = conditional.answer(request, cached);
        boolean opened = format.isXml() && BrowserNavigation.isWanted(request);
        return limited(
                request,
                opened ? BrowserNavigation.of(response, cached.document().digest()) : response);
    }

    /** The feed of the articles that the query selects within a term. */
    private HttpResponse selected(HttpRequest request, Term within, Format format) {
        try {
            SelectionRequest selection = parser.feed(request.query(), within);
            if (!request.query().only(SelectionParameters.FEED).equals(selection.query())) {
                return Redirects.to(within.channel().feed(format).rooted(selection.query()));
            }
            FeedSource source = new FeedSource(
                    Subjects.of(within, library.rule(within), selection),
                    selection.times(),
                    selection.terms(),
                    () -> feedPage(selection, request.deadline()));
            return answer(request, source, format);
        } catch (BadParameterException e) {
            return e.answer();
        }
    }

    private FeedPage feedPage(SelectionRequest selection, Deadline deadline) {
        return new FeedPage(0, 0, 0, 0, pages.find(selection, usual, deadline));
    }

    /** The current feed of a term. */
    CachedResponse whole(HttpRequest request, Term term, Format format) {
        return whole(request, source(term), format);
    }

    private CachedResponse whole(HttpRequest request, FeedSource source, Format format) {
        return documents.get(
                request,
                source.key(format),
                source.terms(),
                () -> fields.feed(
                        issue(
                                source,
                                format,
                                renderer.render(
                                        format, source.subject(), source.now().get(), request.deadline())),
                        counts(source, format)));
    }

    /** Feeds of queries count for the feed of their path. */
    private FeedCounts counts(FeedSource source, Format format) {
        return counts.of(source.subject().channel().feed(format).rooted());
    }

    /** Records the contents for deltas. Feeds of queries are left out, since their number is unbounded. */
    private Document issue(FeedSource source, Format format, Rendered rendered) {
        Document document = rendered.document();
        if (source.subject().options().query().isEmpty()) {
            library.issued().issue(source.path(format), document.digest(), rendered.entries());
        }
        return document;
    }

    private @Nullable CachedResponse archive(HttpRequest request, Term term, Format format, int number) {
        return documents.find(
                request,
                ArchiveNumber.key(term.channel().feed(format).rooted(), number),
                Set.of(term.number()),
                () -> archive(term, format, number, request.deadline()));
    }

    private @Nullable CachedResponse archive(Term term, Format format, int number, Deadline deadline) {
        Optional<FeedPage> chapter = library.archive(term, number);
        FeedSource source = source(term);
        return chapter.isEmpty()
                ? null
                : fields.feed(
                        renderer.render(format, source.subject(), chapter.get(), deadline)
                                .document(),
                        counts(source, format));
    }

    private @Nullable CachedResponse delta(HttpRequest request, FeedSource source, Format format) {
        DeltaEncoding.Base base = deltas.base(request, source.path(format));
        return base == null
                ? null
                : documents.find(
                        request,
                        // No path contains a blank.
                        source.key(format) + " since " + base.tag(),
                        source.terms(),
                        () -> delta(source, format, base, request.deadline()));
    }

    /** The ETag and the entries come from one state of the library. */
    private @Nullable CachedResponse delta(
            FeedSource source, Format format, DeltaEncoding.Base base, Deadline deadline) {
        FeedPage now = source.now().get();
        Document whole = issue(source, format, renderer.render(format, source.subject(), now, deadline));
        Document delta = renderer.delta(format, source.subject(), now, base.entries(), deadline);
        return delta == null ? null : fields.delta(delta, whole, base.tag(), counts(source, format));
    }

    private HttpResponse limited(HttpRequest request, HttpResponse response) {
        if (ConditionalRequests.asks(request)) {
            rateLimiter.told(request);
            return response;
        }
        if (response.status() != 200 || !request.method().equals("GET")) {
            return response;
        }
        long seconds = rateLimiter.secondsToWait(request);
        return seconds == 0
                ? response
                : ProblemResponses.of(
                                429,
                                "send If-None-Match or If-Modified-Since, and ask less often",
                                Map.of("Retry-After", Long.toString(seconds)))
                        .countedBy(response.counts());
    }
}
