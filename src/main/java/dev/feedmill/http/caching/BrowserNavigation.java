package dev.feedmill.http.caching;

import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.RequestFields;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;

/**
 * Feeds that somebody opens in a browser, which says so by a field of its own (Fetch Metadata, {@code Sec-Fetch-Dest:
 * document}); no reader sends it. Browsers show RSS and Atom under their own media types as source text and ignore the
 * style sheet, so the same bytes go out as XML.
 */
public final class BrowserNavigation {
    /** Within the quotes of a tag, before the suffix of its coding. */
    static final String SUFFIX = "-x";

    private BrowserNavigation() {}

    public static boolean isWanted(HttpRequest request) {
        return "document".equals(request.header(RequestFields.DESTINATION));
    }

    /** The same answer under the type that browsers style, with tags of its own (RFC 9110 section 8.8.1). */
    public static HttpResponse of(HttpResponse answer, String digest) {
        Map<String, String> others = new LinkedHashMap<>(HeaderFields.OPENED);
        String tag = answer.headers().get(HttpHeader.ETAG);
        if (tag != null) {
            others.put("ETag", tag.replace(digest, digest + SUFFIX));
        }
        if (answer.hasContent()) {
            others.put("Content-Type", "application/xml; charset=utf-8");
        }
        return answer.status() < 400 ? answer.with(others) : answer;
    }
}
