package dev.feedmill.http.message;

import dev.feedmill.web.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Error responses as {@code application/problem+json} (RFC 9457), which are not cached. */
public final class ProblemResponses {
    public static final String MEDIA_TYPE = "application/problem+json";
    private static final int SIZE = 256;
    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(302, "Found"),
            Map.entry(400, "Bad request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not found"),
            Map.entry(405, "Method not allowed"),
            Map.entry(408, "Request timeout"),
            Map.entry(410, "Gone"),
            Map.entry(412, "Precondition failed"),
            Map.entry(413, "Content too large"),
            Map.entry(414, "URI too long"),
            Map.entry(416, "Range not satisfiable"),
            Map.entry(426, "Upgrade required"),
            Map.entry(429, "Too many requests"),
            Map.entry(431, "Request header fields too large"),
            Map.entry(500, "Internal server error"),
            Map.entry(501, "Not implemented"),
            Map.entry(503, "Service unavailable"),
            Map.entry(505, "HTTP version not supported"));

    private ProblemResponses() {}

    public static HttpResponse of(int status, @Nullable String detail) {
        return of(status, detail, Map.of());
    }

    public static HttpResponse of(int status, @Nullable String detail, Map<String, String> more) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", MEDIA_TYPE);
        headers.put("Cache-Control", "no-store");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.putAll(more);
        return HttpResponse.content(status, headers, body(status, detail));
    }

    public static byte[] body(int status, @Nullable String detail) {
        return Json.bytes(SIZE, json -> {
            json.writeStartObject();
            json.writeStringProperty("type", "about:blank");
            json.writeStringProperty("title", TITLES.getOrDefault(status, "Error"));
            json.writeNumberProperty("status", status);
            if (detail != null) {
                json.writeStringProperty("detail", detail);
            }
            json.writeEndObject();
        });
    }
}
