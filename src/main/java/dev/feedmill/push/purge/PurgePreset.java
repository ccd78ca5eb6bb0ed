package dev.feedmill.push.purge;

import java.util.List;

/** The request with which a kind of cache is purged; its placeholders are those of {@link PurgeForm}. */
public enum PurgePreset {
    /** Varnish with the configuration that is shipped. */
    VARNISH("PURGE", "xkey-purge: {tags}", ""),
    /** The API of Cloudflare. */
    CLOUDFLARE("POST", "Authorization: Bearer {token}\nContent-Type: application/json", "{\"tags\":[{quoted-tags}]}"),
    /** The API of Fastly. */
    FASTLY("POST", "Fastly-Key: {token}\nSurrogate-Key: {tags}", "");

    private final String method;
    private final String fields;
    private final String body;

    PurgePreset(String method, String fields, String body) {
        this.method = method;
        this.fields = fields;
        this.body = body;
    }

    String method() {
        return method;
    }

    /** Header fields, each with its name. */
    List<String> fields() {
        return fields.lines().toList();
    }

    String body() {
        return body;
    }
}
