package dev.feedmill.http;

import dev.feedmill.feed.Document;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one place that decides between 200 and 304 and between the codings of a document. */
final class Conditional {
    private final String cacheControl;

    /** Answers may be kept this long before a reader asks again. */
    Conditional(Duration maxAge) {
        this.cacheControl = "max-age=" + maxAge.toSeconds();
    }

    /** The answer to GET; HEAD's is the same without the body. */
    Answer answer(Request request, Document document, Map<String, String> more) {
        boolean gzip = AcceptEncoding.prefersGzip(request.header("Accept-Encoding"));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ETag", gzip ? document.gzipTag() : document.tag());
        headers.put("Last-Modified", HttpDates.format(document.lastModified()));
        headers.put("Cache-Control", cacheControl);
        headers.put("Vary", "Accept-Encoding");
        if (isKnown(request, document)) {
            return Answer.withoutContent(304, headers);
        }
        headers.put("Content-Type", document.mediaType());
        if (gzip) {
            headers.put("Content-Encoding", "gzip");
        }
        headers.put("X-Content-Type-Options", "nosniff");
        headers.putAll(more);
        return Answer.content(200, headers, gzip ? document.gzip() : document.identity());
    }

    /** A tag decides alone where one is sent; only then comes the date (RFC 9110 section 13.2.2). */
    private static boolean isKnown(Request request, Document document) {
        String tags = request.header("If-None-Match");
        if (tags != null) {
            return EntityTags.match(tags, document);
        }
        String since = request.header("If-Modified-Since");
        @Nullable Instant date = since == null ? null : HttpDates.parse(since);
        return date != null && !document.lastModified().isAfter(date);
    }
}
