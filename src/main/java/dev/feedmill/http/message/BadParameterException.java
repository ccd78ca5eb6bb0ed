package dev.feedmill.http.message;

import java.util.Map;

/** A query parameter that cannot be used; the message names the parameter and what is allowed. */
public final class BadParameterException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final Map<String, String> headers;

    /** A value that is not allowed: 400. */
    public BadParameterException(String message) {
        this(400, message);
    }

    public BadParameterException(int status, String message) {
        this(status, message, Map.of());
    }

    private BadParameterException(int status, String message, Map<String, String> headers) {
        super(message);
        this.status = status;
        this.headers = headers;
    }

    /** A text search while the search index is incomplete: 503. */
    public static BadParameterException tooEarly() {
        return new BadParameterException(503, "the search index is still being built", Map.of("Retry-After", "10"));
    }

    public int status() {
        return status;
    }

    public HttpResponse answer() {
        return ProblemResponses.of(status, getMessage(), headers);
    }
}
