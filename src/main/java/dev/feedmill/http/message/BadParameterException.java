package dev.feedmill.http.message;

import dev.feedmill.address.Parameter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A query parameter that cannot be used; the message names the parameter and what is allowed. */
public final class BadParameterException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final Map<String, String> headers;
    private final @Nullable Parameter parameter;
    private final String value;

    /** A value that is not allowed: 400. */
    public BadParameterException(String message) {
        this(400, message);
    }

    public BadParameterException(int status, String message) {
        this(status, message, Map.of(), null, "");
    }

    /** A value that a parameter cannot have. */
    public BadParameterException(int status, Parameter parameter, String value, String message) {
        this(status, message, Map.of(), parameter, value);
    }

    private BadParameterException(
            int status, String message, Map<String, String> headers, @Nullable Parameter parameter, String value) {
        super(message);
        this.status = status;
        this.headers = headers;
        this.parameter = parameter;
        this.value = value;
    }

    /** A text search while the search index is incomplete: 503. */
    public static BadParameterException tooEarly() {
        return new BadParameterException(
                503, "the search index is still being built", Map.of("Retry-After", "10"), null, "");
    }

    /** The parameter whose value is at fault; null if several are together, or none is. */
    public @Nullable Parameter parameter() {
        return parameter;
    }

    /** The value at fault, as it was sent. */
    public String value() {
        return value;
    }

    public int status() {
        return status;
    }

    /** The problem document, which carries this fault for a page. */
    public HttpResponse answer() {
        return ProblemResponses.of(status, getMessage(), headers).causedBy(this);
    }
}
