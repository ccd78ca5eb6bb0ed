package dev.feedmill.http.message;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/** The request header fields that a response may depend on; the only list of them. */
public final class RequestFields {
    /** The purpose of a browser's request (Fetch Metadata). */
    public static final String DESTINATION = "Sec-Fetch-Dest";

    private static final Map<String, String> KNOWN = known(
            "Host",
            "Accept",
            "Accept-Encoding",
            "A-IM",
            "Authorization",
            "Forwarded",
            "If-Match",
            "If-Modified-Since",
            "If-None-Match",
            "If-Range",
            "If-Unmodified-Since",
            "Range",
            DESTINATION,
            "User-Agent",
            "Via",
            "X-Forwarded-For",
            "X-Real-IP");

    private RequestFields() {}

    private static Map<String, String> known(String... names) {
        Map<String, String> known = new HashMap<>();
        for (String name : names) {
            known.put(name.toLowerCase(Locale.ROOT), name);
        }
        return Map.copyOf(known);
    }

    /** The usual spelling of a field name that a response may depend on; null for any other. */
    public static @Nullable String known(String name) {
        return KNOWN.get(name.toLowerCase(Locale.ROOT));
    }

    /** The fields of a request by their usual spelling, collected in one pass, since most fields are of no interest. */
    public static Map<String, String> of(HttpFields all) {
        Map<String, String> fields = new HashMap<>();
        for (HttpField field : all) {
            String name = known(field.getName());
            if (name != null) {
                // Several fields of one name are one list (RFC 9110 section 5.3).
                fields.merge(name, value(field), (one, other) -> one + ", " + other);
            }
        }
        return fields;
    }

    private static String value(HttpField field) {
        String value = field.getValue();
        return value == null ? "" : value;
    }
}
