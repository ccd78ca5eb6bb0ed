package dev.feedmill.http.message;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The path of the server's public address, below which all of its addresses are. A proxy may take it away from requests or
 * leave it there: both are answered.
 */
public final class BasePath {
    private static final String LOCATION = "Location";

    private final String prefix;
    private final KnownPaths spelling;

    /**
     * Knows no more than this.
     *
     * @param baseUrl absolute
     * @param spelling of the paths that are answered, to tell a path that lost its prefix from one that has it
     */
    public BasePath(String baseUrl, KnownPaths spelling) {
        String path = URI.create(baseUrl).getRawPath();
        this.prefix = path == null || path.equals("/") ? "" : path;
        this.spelling = spelling;
    }

    /** A path of the public address as one of the server's own: {@code /feed.rss} for {@code /blog/feed.rss}. */
    public String below(String path) {
        if (prefix.isEmpty() || !path.startsWith(prefix + "/")) {
            return path;
        }
        String rest = path.substring(prefix.length());
        return spelling.knows(path) && !spelling.knows(rest) ? path : rest;
    }

    /** A request for a path below. */
    public HttpRequest below(HttpRequest request) {
        String path = below(request.path());
        return path.equals(request.path()) ? request : request.to(path);
    }

    /** Where a path leads that lacks the slash behind the prefix, from which all links of a page begin; null for any other. */
    @Nullable
    public String root(String path) {
        return !prefix.isEmpty() && path.equals(prefix) && !spelling.isPath(path) ? "/" : null;
    }

    /** One of the server's own paths as one of the public address. */
    public String above(String path) {
        return prefix + path;
    }

    /** An answer whose redirect stays below the public address. */
    public HttpResponse above(HttpResponse answer) {
        String location = answer.headers().get(LOCATION);
        if (prefix.isEmpty() || location == null || !location.startsWith("/")) {
            return answer;
        }
        return answer.with(Map.of(LOCATION, above(location)));
    }
}
