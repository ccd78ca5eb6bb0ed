package dev.feedmill.http.message;

import dev.feedmill.runtime.Deadline;
import java.net.InetAddress;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an answer depends on, whichever way the request came in.
 *
 * @param path raw, percent-encoded, beginning with {@code /}
 * @param query raw, without its {@code ?}; null where there is none
 * @param remote address of whoever is connected, which may be a proxy
 * @param headers a field's value by its name, several joined with commas; null where it is missing
 * @param deadline of the work for its answer
 * @param isAtOperatorPort whether it came in where the operator alone asks
 */
public record HttpRequest(
        String method,
        String path,
        @Nullable String query,
        Supplier<@Nullable InetAddress> remote,
        Function<String, @Nullable String> headers,
        Deadline deadline,
        boolean isAtOperatorPort) {
    /** One that is answered from what lies ready, or by nobody's request. */
    public HttpRequest(
            String method,
            String path,
            @Nullable String query,
            Supplier<@Nullable InetAddress> remote,
            Function<String, @Nullable String> headers) {
        this(method, path, query, remote, headers, Deadline.NEVER, false);
    }

    /** The same as if it had come in now. */
    public HttpRequest anew() {
        return new HttpRequest(method, path, query, remote, headers, deadline.anew(), isAtOperatorPort);
    }

    /** The same for another path. */
    HttpRequest to(String other) {
        return new HttpRequest(method, other, query, remote, headers, deadline, isAtOperatorPort);
    }

    @Nullable
    public String header(String name) {
        return headers.apply(name);
    }
}
