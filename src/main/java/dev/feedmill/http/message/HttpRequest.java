package dev.feedmill.http.message;

import dev.feedmill.runtime.Deadline;
import java.net.InetAddress;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A request reduced to what a response may depend on, independent of the server that received it.
 *
 * @param path raw, percent-encoded, with a leading slash
 * @param query raw, without its {@code ?}; null if there is none
 * @param remote address of the connected peer, which may be a proxy
 * @param headers value of a field by its name, several joined with commas; null if it is missing
 * @param deadline deadline of the work for its response
 * @param isAtOperatorPort whether it came in at the operator's port
 */
public record HttpRequest(
        String method,
        String path,
        @Nullable String query,
        Supplier<@Nullable InetAddress> remote,
        Function<String, @Nullable String> headers,
        Deadline deadline,
        boolean isAtOperatorPort) {
    /** A request without a deadline, served from cache or made by the server itself. */
    public HttpRequest(
            String method,
            String path,
            @Nullable String query,
            Supplier<@Nullable InetAddress> remote,
            Function<String, @Nullable String> headers) {
        this(method, path, query, remote, headers, Deadline.NEVER, false);
    }

    /** A copy whose deadline starts now. */
    public HttpRequest anew() {
        return new HttpRequest(method, path, query, remote, headers, deadline.anew(), isAtOperatorPort);
    }

    /** A copy for another path. */
    HttpRequest to(String other) {
        return new HttpRequest(method, other, query, remote, headers, deadline, isAtOperatorPort);
    }

    @Nullable
    public String header(String name) {
        return headers.apply(name);
    }
}
