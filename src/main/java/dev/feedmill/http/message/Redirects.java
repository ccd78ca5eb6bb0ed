package dev.feedmill.http.message;

import dev.feedmill.address.Address;
import java.util.Map;

/** Permanent redirects within this server. */
public final class Redirects {
    private Redirects() {}

    /**
     * A 301 response (RFC 9110 section 15.4.2).
     *
     * @param to path and query, percent-encoded, with a leading slash
     */
    public static HttpResponse to(String to) {
        return HttpResponse.content(
                301,
                Map.of(
                        "Location",
                        to,
                        "Cache-Control",
                        "max-age=3600",
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
}
