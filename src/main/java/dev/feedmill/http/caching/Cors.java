package dev.feedmill.http.caching;

import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.web.ServerUrl;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Lets scripts of other sites read what is for everybody: feeds, {@code /latest}, lists of feeds, files beside articles and the
 * description of all that (fetch.spec.whatwg.org, CORS protocol). Pages are for people, and the operator's are for nobody else.
 */
public final class Cors {
    /** Methods that are answered. */
    public static final String METHODS = "GET, HEAD, OPTIONS";

    /** What is answered, for a server as a whole and for each of its addresses. */
    public static final Map<String, String> ALLOW = Map.of("Allow", METHODS);

    private static final String ORIGIN = "Access-Control-Allow-Origin";

    /** What goes with every answer, refusals too, since a script is told nothing of one without. */
    static final Map<String, String> FIELDS =
            Map.of(ORIGIN, "*", "Access-Control-Expose-Headers", "ETag, Last-Modified, Link, IM, Retry-After");

    private static final Set<String> ENDINGS = Set.of("rss", "atom", "json", "opml", "xml");
    private static final Set<String> PATHS = Set.of("/latest", "/.well-known/feeds");
    private static final String FILES = "/" + ServerUrl.FILES;
    private static final Set<String> OPERATORS = Set.of("/status.json");

    /** So many seconds a browser may remember that it may ask. */
    private static final String REMEMBERED = "86400";

    private Cors() {}

    /** Whether what is at a path, or would be, is for scripts of other sites. */
    private static boolean isOpen(String path) {
        return !OPERATORS.contains(path)
                && (path.startsWith(FILES)
                        || PATHS.contains(path)
                        || ENDINGS.contains(path.substring(path.lastIndexOf('.') + 1)));
    }

    /** An answer that scripts may read where it is for them. */
    public static HttpResponse opened(HttpRequest request, HttpResponse answer) {
        if (answer.headers().contains(ORIGIN) || !isOpen(request.path())) {
            return answer;
        }
        return answer.with(FIELDS);
    }

    /** What may be asked of a path, and by scripts of other sites where it is for them. */
    public static HttpResponse options(String path) {
        Map<String, String> headers = new LinkedHashMap<>(ALLOW);
        if (isOpen(path)) {
            headers.putAll(FIELDS);
            headers.put("Access-Control-Allow-Methods", "GET, HEAD");
            headers.put(
                    "Access-Control-Allow-Headers",
                    "A-IM, Accept, Cache-Control, If-Match, If-Modified-Since, If-None-Match, If-Unmodified-Since, User-Agent");
            headers.put("Access-Control-Max-Age", REMEMBERED);
        }
        return HttpResponse.withoutContent(204, headers);
    }
}
