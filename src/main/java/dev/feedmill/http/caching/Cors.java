package dev.feedmill.http.caching;

import dev.feedmill.address.FixedAddress;
import dev.feedmill.address.Format;
import dev.feedmill.address.PathPrefix;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * CORS: lets scripts of other sites read public data, which is feeds, {@code /latest}, {@code /events}, lists of feeds, files beside
 * articles and the API description (fetch.spec.whatwg.org, CORS protocol). Pages and the operator's resources are
 * excluded.
 */
public final class Cors {
    /** The allowed methods. */
    public static final String METHODS = "GET, HEAD, OPTIONS";

    /** The {@code Allow} header for OPTIONS, for the whole server and for each path. */
    public static final Map<String, String> ALLOW = Map.of("Allow", METHODS);

    private static final String ORIGIN = "Access-Control-Allow-Origin";

    /** Headers of every response, errors too: without them a script cannot read the response at all. */
    public static final Map<String, String> FIELDS =
            Map.of(ORIGIN, "*", "Access-Control-Expose-Headers", "ETag, Last-Modified, Link, IM, Retry-After");

    /** Extensions of data other than feeds. */
    private static final Set<String> ENDINGS = Set.of("json", "opml", "xml");

    private static final Set<String> PATHS = Set.of(
            FixedAddress.LATEST.rooted(),
            FixedAddress.EVENTS.rooted(),
            FixedAddress.WELL_KNOWN_FEEDS.rooted(),
            FixedAddress.WEBFINGER.rooted(),
            FixedAddress.HOST_META.rooted());
    private static final String FILES = PathPrefix.FILES.slashed();
    private static final Set<String> OPERATORS = Set.of(FixedAddress.STATUS_JSON.rooted());

    /** Seconds for which a browser may cache a preflight response. */
    private static final String REMEMBERED = "86400";

    private Cors() {}

    /** Whether scripts of other sites may read the resource at a path, even if there is none. */
    private static boolean isOpen(String path) {
        String ending = path.substring(path.lastIndexOf('.') + 1);
        return !OPERATORS.contains(path)
                && (path.startsWith(FILES)
                        || PATHS.contains(path)
                        || ENDINGS.contains(ending)
                        || Format.named(ending) != null);
    }

    /** Adds the CORS headers to a response if its path is open to scripts. */
    public static HttpResponse opened(HttpRequest request, HttpResponse response) {
        if (response.headers().contains(ORIGIN) || !isOpen(request.path())) {
            return response;
        }
        return response.with(FIELDS);
    }

    /** The response to OPTIONS, with preflight headers if the path is open to scripts. */
    public static HttpResponse options(String path) {
        Map<String, String> headers = new LinkedHashMap<>(ALLOW);
        if (isOpen(path)) {
            headers.putAll(FIELDS);
            headers.put("Access-Control-Allow-Methods", "GET, HEAD");
            headers.put(
                    "Access-Control-Allow-Headers",
                    "A-IM, Accept, Cache-Control, If-Match, If-Modified-Since, If-None-Match, If-Unmodified-Since, Last-Event-ID, User-Agent");
            headers.put("Access-Control-Max-Age", REMEMBERED);
        }
        return HttpResponse.withoutContent(204, headers);
    }
}
