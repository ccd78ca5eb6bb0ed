package dev.feedmill.push.client;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request to another server.
 *
 * @param fields header fields besides those that every request has
 * @param body shared, and never changed; empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record OutgoingRequest(String method, OutgoingUrl url, Map<String, String> fields, byte[] body) {
    private static final byte[] NOTHING = {};

    public static OutgoingRequest get(OutgoingUrl url) {
        return new OutgoingRequest("GET", url, Map.of(), NOTHING);
    }

    /**
     * A POST of a body.
     *
     * @param type media type of the body
     * @param fields further header fields
     */
    public static OutgoingRequest post(OutgoingUrl url, String type, Map<String, String> fields, byte[] body) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("Content-Type", type);
        return new OutgoingRequest("POST", url, all, body);
    }
}
