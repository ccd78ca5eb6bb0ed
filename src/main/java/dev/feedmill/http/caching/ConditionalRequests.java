package dev.feedmill.http.caching;

import dev.feedmill.feed.coding.Coding;
import dev.feedmill.http.message.AcceptEncoding;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.ProblemResponses;
import dev.feedmill.http.message.RequestHeader;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates conditional requests for documents: the only place that decides between 200, 304 and 412 for them, and
 * selects the coding. For files beside articles, {@code ServedFile} decides.
 */
final class ConditionalRequests {
    private final AcceptEncoding codings = new AcceptEncoding();
    private final RenderQueue renderQueue;

    ConditionalRequests(RenderQueue renderQueue) {
        this.renderQueue = renderQueue;
    }

    /** The response to GET; for HEAD it is sent without the content. */
    HttpResponse answer(HttpRequest request, CachedResponse cached) {
        HttpResponse early = evaluatePreconditions(request, cached.validators());
        return early == null ? full(request, cached) : early;
    }

    /** The response with the whole content; compresses it if this is the first request for the coding. */
    HttpResponse full(HttpRequest request, CachedResponse cached) {
        Coding coding = coding(request);
        HttpResponse made = cached.ready(coding);
        return made == null ? renderQueue.make(request, () -> cached.full(coding)) : made;
    }

    /** The response if it is ready; null if bytes must be compressed first. */
    @Nullable
    HttpResponse ready(HttpRequest request, CachedResponse cached) {
        HttpResponse early = evaluatePreconditions(request, cached.validators());
        return early == null ? cached.ready(coding(request)) : early;
    }

    /**
     * The response that needs no content: 304 if the client has the document, 412 if a precondition fails; null
     * otherwise.
     */
    @Nullable
    HttpResponse evaluatePreconditions(HttpRequest request, Validators validators) {
        if (validators.preconditionFails(request)) {
            return ProblemResponses.of(412, "the document has changed").countedBy(validators.counts());
        }
        return validators.matches(request) ? validators.notModified(coding(request)) : null;
    }

    Coding coding(HttpRequest request) {
        return codings.choose(request.header(RequestHeader.ACCEPT_ENCODING));
    }
}
