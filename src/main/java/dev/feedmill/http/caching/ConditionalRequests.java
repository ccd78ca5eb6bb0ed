package dev.feedmill.http.caching;

import dev.feedmill.feed.coding.Coding;
import dev.feedmill.http.message.AcceptEncoding;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.ProblemResponses;
import org.jspecify.annotations.Nullable;

/** The one place that decides between 200, 304 and 412, and between the codings of a document. */
public final class ConditionalRequests {
    private final AcceptEncoding codings = new AcceptEncoding();
    private final RenderQueue workshop;

    public ConditionalRequests(RenderQueue workshop) {
        this.workshop = workshop;
    }

    /** The answer to GET; HEAD's is the same without the body. */
    public HttpResponse answer(HttpRequest request, CachedResponse served) {
        HttpResponse settled = settled(request, served.validators());
        return settled == null ? full(request, served) : settled;
    }

    /** The whole, its bytes compressed now where nobody has asked for them so. */
    public HttpResponse full(HttpRequest request, CachedResponse served) {
        Coding coding = coding(request);
        HttpResponse made = served.made(coding);
        return made == null ? workshop.make(request, () -> served.full(coding)) : made;
    }

    /** The same where it lies ready; null where bytes must be compressed first. */
    @Nullable
    public HttpResponse ready(HttpRequest request, CachedResponse served) {
        HttpResponse settled = settled(request, served.validators());
        return settled == null ? served.made(coding(request)) : settled;
    }

    /** The answer that needs no document: the reader has it, or wants another than there is now; null where it lacks it. */
    @Nullable
    public HttpResponse settled(HttpRequest request, Validators validators) {
        if (validators.areUnwanted(request)) {
            return ProblemResponses.of(412, "the document has changed").countedBy(validators.counts());
        }
        return validators.areKnown(request) ? validators.unchanged(coding(request)) : null;
    }

    /** Whether a request says what its reader has, so that it may get less than the whole. */
    public static boolean asks(HttpRequest request) {
        return request.header("If-None-Match") != null || request.header("If-Modified-Since") != null;
    }

    Coding coding(HttpRequest request) {
        return codings.choose(request.header("Accept-Encoding"));
    }
}
