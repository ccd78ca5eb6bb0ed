package dev.feedmill.http.caching;

import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.RequestHeader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;

/**
 * Feeds opened in a browser. Browsers announce that with a header field of their own (Fetch Metadata,
 * {@code Sec-Fetch-Dest: document}); feed readers do not send it. Browsers show RSS and Atom under their own media
 * types as source text and ignore the style sheet, so the same bytes are sent as XML.
 */
public final class BrowserNavigation {
    /** ETag suffix, within the quotes and before the suffix of the coding. */
    static final String SUFFIX = "-x";

    private BrowserNavigation() {}

    public static boolean isWanted(HttpRequest request) {
        return "document".equals(request.header(RequestHeader.SEC_FETCH_DEST));
    }

    /** The response with the media type that browsers style, and with ETags of its own (RFC 9110 section 8.8.1). */
    public static HttpResponse of(HttpResponse response, String digest) {
        Map<String, String> others = new LinkedHashMap<>(HeaderFields.OPENED);
        String tag = response.headers().get(HttpHeader.ETAG);
        if (tag != null) {
            others.put("ETag", tag.replace(digest, digest + SUFFIX));
        }
        if (response.hasContent()) {
            others.put("Content-Type", "application/xml; charset=utf-8");
        }
        return response.status() < 400 ? response.with(others) : response;
    }
}
