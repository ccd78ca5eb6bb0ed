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
 * @param remote address of the connected peer, which may be a proxy
 * @param headers value of a header field, several joined with commas; null if it is missing
 * @param deadline deadline of the work for its response
 * @param isAtOperatorPort whether it came in at the operator's port
 * @param epoch number of the last change from before anything was read for it
 */
public record HttpRequest(
        String method,
        String path,
        Query query,
        Supplier<@Nullable InetAddress> remote,
        Function<RequestHeader, @Nullable String> headers,
        Deadline deadline,
        boolean isAtOperatorPort,
        long epoch) {
    /** A request without a deadline, to be served from cache. */
    public HttpRequest(
            String method,
            String path,
            @Nullable String query,
            Supplier<@Nullable InetAddress> remote,
            Function<RequestHeader, @Nullable String> headers) {
        this(method, path, Query.of(query), remote, headers, Deadline.NEVER, false, Epoch.NEVER);
    }

    /** A request of the server's own, without a deadline. */
    public static HttpRequest own(long epoch) {
        return new HttpRequest("GET", "/", Query.of(null), () -> null, name -> null, Deadline.NEVER, false, epoch);
    }

    /**
     * A request of the server's own.
     *
     * @param target path and query
     */
    public static HttpRequest own(String target, Deadline deadline, long epoch) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        Query query = Query.of(mark < 0 ? null : target.substring(mark + 1));
        return new HttpRequest("GET", path, query, () -> null, name -> null, deadline, false, epoch);
    }

    /** A copy with this epoch, whose deadline starts now. */
    public HttpRequest restarted(long newEpoch) {
        return new HttpRequest(method, path, query, remote, headers, deadline.restarted(), isAtOperatorPort, newEpoch);
    }

    /** A copy for another path. */
    public HttpRequest to(String other) {
        return new HttpRequest(method, other, query, remote, headers, deadline, isAtOperatorPort, epoch);
    }

    /** Whether it has a validator, so that it can be answered with less than the whole document. */
    public boolean isConditional() {
        return header(RequestHeader.IF_NONE_MATCH) != null || header(RequestHeader.IF_MODIFIED_SINCE) != null;
    }

    @Nullable
    public String header(RequestHeader name) {
        return headers.apply(name);
    }
}
