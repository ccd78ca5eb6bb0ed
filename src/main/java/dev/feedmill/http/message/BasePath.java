package dev.feedmill.http.message;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The path of the server's public base URL, below which all of its addresses are. A proxy may strip it from requests or
 * keep it: both kinds are served.
 */
public final class BasePath {
    private static final String LOCATION = "Location";

    private final String prefix;
    private final CanonicalPaths canonicalPaths;

    /**
     * Creates a base path.
     *
     * @param baseUrl absolute URL
     * @param canonicalPaths the known paths, which distinguish a path with the prefix from one that a proxy stripped
     */
    public BasePath(String baseUrl, CanonicalPaths canonicalPaths) {
        String path = URI.create(baseUrl).getRawPath();
        this.prefix = path == null || path.equals("/") ? "" : path;
        this.canonicalPaths = canonicalPaths;
    }

    /** Strips the base path: {@code /blog/feed.rss} becomes {@code /feed.rss}. */
    public String strip(String path) {
        if (prefix.isEmpty() || !path.startsWith(prefix + "/")) {
            return path;
        }
        String rest = path.substring(prefix.length());
        return canonicalPaths.hasHandler(path) && !canonicalPaths.hasHandler(rest) ? path : rest;
    }

    /** The request with the base path stripped. */
    public HttpRequest strip(HttpRequest request) {
        String path = strip(request.path());
        return path.equals(request.path()) ? request : request.to(path);
    }

    /**
     * The redirect target for the base path without its slash, since the links of a page are relative to it; null for
     * any other path.
     */
    @Nullable
    public String root(String path) {
        return !prefix.isEmpty() && path.equals(prefix) && !canonicalPaths.isPath(path) ? "/" : null;
    }

    /** Prepends the base path. */
    public String prepend(String path) {
        return prefix + path;
    }

    /** A response whose redirect has the base path prepended. */
    public HttpResponse prepend(HttpResponse response) {
        String location = response.headers().get(LOCATION);
        if (prefix.isEmpty() || location == null || !location.startsWith("/")) {
            return response;
        }
        return response.with(Map.of(LOCATION, prepend(location)));
    }
}
