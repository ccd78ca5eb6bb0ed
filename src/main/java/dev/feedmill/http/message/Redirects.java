package dev.feedmill.http.message;

import dev.feedmill.address.Address;
import dev.feedmill.address.Parameter;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Redirects. */
public final class Redirects {
    /** A client may keep a redirect for an hour; caches for many ask again soon, since a name may come back. */
    static final String KEPT = "max-age=3600, s-maxage=60";

    private Redirects() {}

    /**
     * A 301 response (RFC 9110 section 15.4.2).
     *
     * @param to absolute URL, or path and query with a leading slash; percent-encoded
     */
    public static HttpResponse to(String to) {
        return redirect(301, to, KEPT);
    }

    /** A 302 response, which is asked for each time (RFC 9110 section 15.4.3); the parameter is as that of {@link #to}. */
    public static HttpResponse forNow(String to) {
        return redirect(302, to, "no-store");
    }

    private static HttpResponse redirect(int status, String to, String caching) {
        return HttpResponse.content(
                status,
                Map.of(
                        "Location",
                        to,
                        "Cache-Control",
                        caching,
                        "Content-Type",
                        "text/plain; charset=utf-8",
                        "X-Content-Type-Options",
                        "nosniff"),
                new byte[0]);
    }

    /** A 301 response to an address, with the query of the request. */
    public static HttpResponse moved(HttpRequest request, Address address) {
        return moved(request, address.rooted());
    }

    /** A 301 response to a path, with the query of the request. */
    public static HttpResponse moved(HttpRequest request, String path) {
        return to(path + request.query().suffix());
    }

    /** The response at the one address of something; a redirect there if the request is spelt otherwise. */
    public static HttpResponse canonical(HttpRequest request, Address address, Supplier<HttpResponse> response) {
        return address.rooted().equals(request.path()) ? response.get() : moved(request, address);
    }

    /**
     * The redirect to an address with the canonical query; null if the request has that.
     *
     * @param counting the parameters that count at the address
     */
    public static @Nullable HttpResponse toQuery(
            HttpRequest request, Set<Parameter> counting, Address address, String canonical) {
        return request.query().only(counting).equals(canonical) ? null : to(address.rooted(canonical));
    }
}
