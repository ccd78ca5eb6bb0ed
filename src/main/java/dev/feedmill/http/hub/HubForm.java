package dev.feedmill.http.hub;

import dev.feedmill.push.hub.HubRequest;
import dev.feedmill.web.PercentCoding;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The form of a request to the hub (WebSub section 5.1); unknown parameters are ignored. */
final class HubForm {
    private static final String MODE = "hub.mode";
    private static final String TOPIC = "hub.topic";
    private static final String CALLBACK = "hub.callback";
    private static final String LEASE = "hub.lease_seconds";
    private static final String SECRET = "hub.secret";
    private static final Set<String> KNOWN = Set.of(MODE, TOPIC, CALLBACK, LEASE, SECRET);

    private HubForm() {}

    /** Says what is wrong with a form. */
    static final class WrongFormException extends Exception {
        private static final long serialVersionUID = 1L;

        WrongFormException(String text) {
            super(text);
        }
    }

    /**
     * Parses a form.
     *
     * @param client the address that it came from; empty if that is not known
     */
    static HubRequest parse(byte[] form, String client) throws WrongFormException {
        Map<String, String> values = new HashMap<>();
        for (String pair : new String(form, StandardCharsets.ISO_8859_1).strip().split("&", -1)) {
            int equals = pair.indexOf('=');
            @Nullable String name = PercentCoding.decodeForm(equals < 0 ? pair : pair.substring(0, equals));
            if (name != null && KNOWN.contains(name)) {
                String value = PercentCoding.decodeForm(equals < 0 ? "" : pair.substring(equals + 1));
                if (value == null) {
                    throw new WrongFormException(name + " must be percent-encoded UTF-8");
                }
                if (values.putIfAbsent(name, value) != null) {
                    throw new WrongFormException(name + " must not be repeated");
                }
            }
        }
        return new HubRequest(
                values.get(MODE),
                values.get(TOPIC),
                values.get(CALLBACK),
                values.get(LEASE),
                values.get(SECRET),
                client);
    }
}
