package dev.feedmill.http.caching;

import dev.feedmill.feed.coding.Coding;
import dev.feedmill.http.message.AcceptEncoding;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.ProblemResponses;
import dev.feedmill.http.message.RequestHeader;
import org.jspecify.annotations.Nullable;

/** Evaluates conditional requests: the only place that decides between 200, 304 and 412, and selects the coding. */
public final class ConditionalRequests {
    private final AcceptEncoding codings = new AcceptEncoding();
    private final RenderQueue renderQueue;

    public ConditionalRequests(RenderQueue renderQueue) {
        this.renderQueue = renderQueue;
    }

    /** The response to GET; for HEAD it is sent without the content. */
    public HttpResponse answer(HttpRequest request, CachedResponse cached) {
        HttpResponse settled = settled(request, cached.validators());
        return settled == null ? full(request, cached) : settled;
    }

    /** The response with the whole content; compresses it if this is the first request for the coding. */
    public HttpResponse full(HttpRequest request, CachedResponse cached) {
        Coding coding = coding(request);
        HttpResponse made = cached.made(coding);
        return made == null ? renderQueue.make(request, () -> cached.full(coding)) : made;
    }

    /** The response if it is ready; null if bytes must be compressed first. */
    @Nullable
    public HttpResponse ready(HttpRequest request, CachedResponse cached) {
        HttpResponse settled = settled(request, cached.validators());
        return settled == null ? cached.made(coding(request)) : settled;
    }

    /**
     * The response that needs no content: 304 if the client has the document, 412 if a precondition fails; null
     * otherwise.
     */
    @Nullable
    public HttpResponse settled(HttpRequest request, Validators validators) {
        if (validators.areUnwanted(request)) {
            return ProblemResponses.of(412, "the document has changed").countedBy(validators.counts());
        }
        return validators.areKnown(request) ? validators.unchanged(coding(request)) : null;
    }

    /** Whether a request has a validator, so that it can be answered with less than the whole document. */
    public static boolean asks(HttpRequest request) {
        return request.header(RequestHeader.IF_NONE_MATCH) != null
                || request.header(RequestHeader.IF_MODIFIED_SINCE) != null;
    }

    Coding coding(HttpRequest request) {
        return codings.choose(request.header(RequestHeader.ACCEPT_ENCODING));
    }
}
