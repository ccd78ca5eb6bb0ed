package dev.feedmill.http;

import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;

/**
 * What is sent back, its fields encoded once. HEAD sends the same without the body (RFC 9110 section 9.3.2).
 *
 * @param headers the length of the body among them where there may be one
 * @param hasContent false where the status forbids content, such as 304; its length is then not named either
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
record Answer(int status, HttpFields headers, byte[] body, boolean hasContent) {
    private static final byte[] NOTHING = {};

    static Answer content(int status, Map<String, String> headers, byte[] body) {
        HttpFields.Mutable fields = encoded(headers);
        fields.add(new PreEncodedHttpField(HttpHeader.CONTENT_LENGTH, Integer.toString(body.length)));
        return new Answer(status, fields.asImmutable(), body, true);
    }

    static Answer withoutContent(int status, Map<String, String> headers) {
        return new Answer(status, encoded(headers).asImmutable(), NOTHING, false);
    }

    private static HttpFields.Mutable encoded(Map<String, String> headers) {
        HttpFields.Mutable fields = HttpFields.build(headers.size() + 1);
        headers.forEach((name, value) -> fields.add(field(name, value)));
        return fields;
    }

    private static HttpField field(String name, String value) {
        HttpHeader known = HttpHeader.CACHE.get(name);
        return known == null ? new PreEncodedHttpField(name, value) : new PreEncodedHttpField(known, value);
    }
}
