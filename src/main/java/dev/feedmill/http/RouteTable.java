package dev.feedmill.http;

import dev.feedmill.address.Address;
import dev.feedmill.address.PathPrefix;
import dev.feedmill.http.message.CanonicalPaths;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The routing table: maps each path, or all paths below a prefix, to a handler. */
final class RouteTable {
    private final Map<String, Function<HttpRequest, HttpResponse>> all = new LinkedHashMap<>();
    private final CanonicalPaths canonicalPaths;

    /** @param canonicalPaths is filled with the paths of the table */
    RouteTable(CanonicalPaths canonicalPaths) {
        this.canonicalPaths = canonicalPaths;
    }

    void add(PathPrefix prefix, Function<HttpRequest, HttpResponse> handler) {
        add(prefix.slashed() + "*", handler);
    }

    void add(Address address, Function<HttpRequest, HttpResponse> handler) {
        add(address.rooted(), handler);
    }

    private void add(String pattern, Function<HttpRequest, HttpResponse> handler) {
        canonicalPaths.add(pattern);
        all.put(pattern, handler);
    }

    /** The handlers by pattern: a path, or a prefix followed by {@code *}. */
    Map<String, Function<HttpRequest, HttpResponse>> all() {
        return Collections.unmodifiableMap(all);
    }

    /** The handler for a path; null if there is none. */
    @Nullable
    Function<HttpRequest, HttpResponse> of(String path) {
        Function<HttpRequest, HttpResponse> exact = all.get(path);
        return exact == null ? all.get(path.substring(0, path.indexOf('/', 1) + 1) + "*") : exact;
    }
}
