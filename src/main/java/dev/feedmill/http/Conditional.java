package dev.feedmill.http;

import dev.feedmill.feed.Coding;
import org.jspecify.annotations.Nullable;

/** The one place that decides between 200 and 304 and between the codings of a document. */
final class Conditional {
    private final AcceptEncoding codings = new AcceptEncoding();

    /** The answer to GET; HEAD's is the same without the body. */
    Answer answer(Request request, Served served) {
        Answer unchanged = unchanged(request, served.validators());
        return unchanged == null ? served.full(coding(request)) : unchanged;
    }

    /** The same where it lies ready; null where bytes must be compressed first. */
    @Nullable
    Answer ready(Request request, Served served) {
        Answer unchanged = unchanged(request, served.validators());
        return unchanged == null ? served.made(coding(request)) : unchanged;
    }

    /** The answer where the reader has it already; null where it lacks it. */
    @Nullable
    Answer unchanged(Request request, Validators validators) {
        return validators.areKnown(request) ? validators.unchanged(coding(request)) : null;
    }

    /** Whether a request says what its reader has, so that it may get less than the whole. */
    static boolean asks(Request request) {
        return request.header("If-None-Match") != null || request.header("If-Modified-Since") != null;
    }

    Coding coding(Request request) {
        return codings.choose(request.header("Accept-Encoding"));
    }
}
