package dev.feedmill.http;

import dev.feedmill.feed.Coding;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The one place that decides between 200 and 304 and between the codings of a document. */
final class Conditional {
    private final AcceptEncoding codings = new AcceptEncoding();

    /** The answer to GET; HEAD's is the same without the body. */
    Answer answer(Request request, Served served) {
        Coding coding = coding(request);
        return isKnown(request, served) ? served.unchanged(coding) : served.full(coding);
    }

    /** Whether a request says what its reader has, so that it may get less than the whole. */
    static boolean asks(Request request) {
        return request.header("If-None-Match") != null || request.header("If-Modified-Since") != null;
    }

    Coding coding(Request request) {
        return codings.choose(request.header("Accept-Encoding"));
    }

    /** A tag decides alone where one is sent; only then comes the date (RFC 9110 section 13.2.2). */
    static boolean isKnown(Request request, Served served) {
        String tags = request.header("If-None-Match");
        if (tags != null) {
            return EntityTags.match(tags, served.document());
        }
        String since = request.header("If-Modified-Since");
        @Nullable Instant date = since == null ? null : HttpDates.parse(since);
        return date != null && !served.document().lastModified().isAfter(date);
    }
}
