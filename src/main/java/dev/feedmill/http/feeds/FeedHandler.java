package dev.feedmill.http.feeds;

import dev.feedmill.address.Address;
import dev.feedmill.address.Format;
import dev.feedmill.http.caching.BrowserNavigation;
import dev.feedmill.http.caching.CachedResponse;
import dev.feedmill.http.caching.Responder;
import dev.feedmill.http.message.BadParameterException;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.ProblemResponses;
import dev.feedmill.http.message.Redirects;
import dev.feedmill.http.query.ArchiveNumber;
import dev.feedmill.http.query.SelectionParameters;
import dev.feedmill.selection.NamedSelection;
import dev.feedmill.selection.Term;
import dev.feedmill.web.PercentCoding;
import dev.feedmill.web.ServerUrl;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Handler for feeds: whole feeds, deltas and archive pages. */
public final class FeedHandler {
    private final FeedSources sources;
    private final FeedDocuments documents;
    private final Responder responder;
    private final RateLimiter rateLimiter;
    private final @Nullable ServerUrl movedTo;

    /**
     * Creates the handler.
     *
     * @param movedTo the server that has the feeds now; null for this one
     */
    public FeedHandler(
            FeedSources sources,
            FeedDocuments documents,
            Responder responder,
            RateLimiter rateLimiter,
            @Nullable ServerUrl movedTo) {
        this.sources = sources;
        this.documents = documents;
        this.responder = responder;
        this.rateLimiter = rateLimiter;
        this.movedTo = movedTo;
    }

    /**
     * The response if it is ready; null if a lookup or rendering is needed.
     *
     * @param cached the cached document for the request's address
     */
    @Nullable
    public HttpResponse ready(HttpRequest request, CachedResponse cached) {
        if (movedTo != null || BrowserNavigation.isWanted(request) || mayBeDelta(request, cached)) {
            return null;
        }
        HttpResponse response = responder.ready(request, cached);
        return response == null ? null : limited(request, response);
    }

    /** Whether the feeds are on another server now, so that nothing of them is served from cache here. */
    public boolean haveMoved() {
        return movedTo != null;
    }

    /** The response with the feed of a term. */
    public HttpResponse answer(HttpRequest request, Term term, Format format) {
        return moved(request, localResponse(request, term, format));
    }

    /** The response with the feed of a named selection; the query may set order and content options. */
    public HttpResponse answer(HttpRequest request, NamedSelection named, Format format) {
        return moved(request, localResponse(request, named, format));
    }

    /** The response with a page of the archive of a term's feed. */
    public HttpResponse archive(HttpRequest request, Term term, Format format, int number) {
        CachedResponse cached = documents.archive(request, term, sources.term(term), format, number);
        return moved(
                request,
                cached == null
                        ? ProblemResponses.of(404, "the archive has no such page")
                        : answer(request, format, cached));
    }

    /** The current feed of a term. */
    CachedResponse whole(HttpRequest request, Term term, Format format) {
        return documents.whole(request, sources.term(term), format);
    }

    /** Redirects to the other server. The feed stays as the content, for clients that do not follow redirects. */
    private HttpResponse moved(HttpRequest request, HttpResponse response) {
        if (movedTo == null || response.status() >= 400 || response.status() == 301) {
            return response;
        }
        String query = PercentCoding.ascii(request.query().suffix());
        return response.movedTo(movedTo.url(request.path().substring(1) + query));
    }

    private HttpResponse localResponse(HttpRequest request, Term term, Format format) {
        int number = ArchiveNumber.of(request.query());
        if (number == ArchiveNumber.WRONG) {
            return ProblemResponses.of(400, "'archive' must be the number of a page, counted from 1");
        }
        if (number != ArchiveNumber.NONE) {
            return Redirects.to(new Address.Archive(term.channel().feed(format), number).rooted());
        }
        return request.query().hasAny(SelectionParameters.FEED)
                ? selected(request, term, format)
                : answer(request, sources.term(term), format);
    }

    private HttpResponse localResponse(HttpRequest request, NamedSelection named, Format format) {
        try {
            String options = sources.options(request.query());
            HttpResponse moved = Redirects.toQuery(
                    request, SelectionParameters.SHAPE, named.channel().feed(format), options);
            return moved == null ? answer(request, sources.named(request, named, options), format) : moved;
        } catch (BadParameterException e) {
            return e.answer();
        }
    }

    /** The feed of the articles that the query selects within a term. */
    private HttpResponse selected(HttpRequest request, Term within, Format format) {
        try {
            FeedSource source = sources.selected(request, within);
            HttpResponse moved = Redirects.toQuery(
                    request, SelectionParameters.FEED, within.channel().feed(format), source.query());
            return moved == null ? answer(request, source, format) : moved;
        } catch (BadParameterException e) {
            return e.answer();
        }
    }

    private HttpResponse answer(HttpRequest request, FeedSource source, Format format) {
        CachedResponse whole = documents.whole(request, source, format);
        CachedResponse delta = source.query().isEmpty() && mayBeDelta(request, whole)
                ? documents.delta(request, source, format)
                : null;
        return delta == null ? answer(request, format, whole) : responder.whole(request, delta);
    }

    /** Whether a delta may be the response: the client accepts it, and lacks the current feed. */
    private boolean mayBeDelta(HttpRequest request, CachedResponse whole) {
        return documents.isDeltaWanted(request) && responder.evaluatePreconditions(request, whole.validators()) == null;
    }

    private HttpResponse answer(HttpRequest request, Format format, CachedResponse cached) {
        HttpResponse response = responder.answer(request, cached);
        boolean isOpened = format.isXml() && BrowserNavigation.isWanted(request);
        return limited(
                request,
                isOpened ? BrowserNavigation.of(response, cached.document().digest()) : response);
    }

    private HttpResponse limited(HttpRequest request, HttpResponse response) {
        if (request.isConditional()) {
            rateLimiter.exempt(request);
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
