package dev.feedmill.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is sent back. HEAD sends the same without the body (RFC 9110 section 9.3.2).
 *
 * @param hasContent false where the status forbids content, such as 304; its length is then not named either
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
record Answer(int status, Map<String, String> headers, byte[] body, boolean hasContent) {
    private static final byte[] NOTHING = {};

    Answer {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    static Answer content(int status, Map<String, String> headers, byte[] body) {
        return new Answer(status, headers, body, true);
    }

    static Answer withoutContent(int status, Map<String, String> headers) {
        return new Answer(status, headers, NOTHING, false);
    }
}
