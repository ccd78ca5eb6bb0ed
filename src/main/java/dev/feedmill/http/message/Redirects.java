package dev.feedmill.http.message;

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
}
