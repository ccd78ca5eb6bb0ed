package dev.feedmill.http.message;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/**
 * A request header field that a response may depend on. The list is closed: no handler can read any other
 * field, since neither the fast path nor the routes would pass it on.
 */
public enum RequestHeader {
    HOST("Host"),
    ACCEPT("Accept"),
    ACCEPT_ENCODING("Accept-Encoding"),
    A_IM("A-IM"),
    AUTHORIZATION("Authorization"),
    FORWARDED("Forwarded"),
    IF_MATCH("If-Match"),
    CONTENT_TYPE("Content-Type"),
    IF_MODIFIED_SINCE("If-Modified-Since"),
    IF_NONE_MATCH("If-None-Match"),
    IF_RANGE("If-Range"),
    IF_UNMODIFIED_SINCE("If-Unmodified-Since"),
    LAST_EVENT_ID("Last-Event-ID"),
    /** The site whose page a browser sends it for. */
    ORIGIN("Origin"),
    RANGE("Range"),
    /** The purpose of a browser's request (Fetch Metadata). */
    SEC_FETCH_DEST("Sec-Fetch-Dest"),
    USER_AGENT("User-Agent"),
    VIA("Via"),
    X_FORWARDED_FOR("X-Forwarded-For"),
    X_REAL_IP("X-Real-IP");

    private static final Map<String, RequestHeader> BY_NAME = new HashMap<>();

    static {
        for (RequestHeader header : values()) {
            BY_NAME.put(header.field.toLowerCase(Locale.ROOT), header);
        }
    }

    private final String field;

    RequestHeader(String field) {
        this.field = field;
    }

    /** The name of the field in its usual spelling. */
    @Override
    public String toString() {
        return field;
    }

    /** The header of a name in any spelling; null for a field that no response depends on. */
    public static @Nullable RequestHeader named(String name) {
        return BY_NAME.get(name.toLowerCase(Locale.ROOT));
    }

    /** The values of a request's fields, collected in one pass, since most fields are of no interest. */
    public static Map<RequestHeader, String> of(HttpFields all) {
        Map<RequestHeader, String> values = new EnumMap<>(RequestHeader.class);
        for (HttpField field : all) {
            RequestHeader header = named(field.getName());
            if (header != null) {
                // Several fields of one name are one list (RFC 9110 section 5.3).
                values.merge(header, value(field), (one, other) -> one + ", " + other);
            }
        }
        return values;
    }

    private static String value(HttpField field) {
        String value = field.getValue();
        return value == null ? "" : value;
    }
}
