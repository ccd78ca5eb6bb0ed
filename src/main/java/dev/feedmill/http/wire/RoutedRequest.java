package dev.feedmill.http.wire;

import dev.feedmill.http.message.BasePath;
import dev.feedmill.http.message.RequestHeader;
import dev.feedmill.runtime.Deadline;
import dev.feedmill.web.PercentCoding;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;

/**
 * A request as the routes see it: an ASCII target below the base path, and only those header fields that a response may
 * depend on. All else is hidden from code that might misread it, for example as another method.
 */
final class RoutedRequest extends Request.Wrapper {
    private final HttpURI target;
    private final HttpFields fields;
    private final Deadline deadline;
    private final long epoch;

    RoutedRequest(Request request, BasePath basePath, Deadline deadline, long epoch) {
        super(request);
        this.deadline = deadline;
        this.epoch = epoch;
        HttpURI sent = request.getHttpURI();
        String query = sent.getQuery();
        this.target = HttpURI.build(sent)
                .path(basePath.strip(PercentCoding.ascii(sent.getPath())))
                .query(query == null ? null : PercentCoding.ascii(query))
                .asImmutable();
        HttpFields.Mutable known = HttpFields.build();
        RequestHeader.of(request.getHeaders()).forEach((header, value) -> known.add(header.toString(), value));
        this.fields = known.asImmutable();
    }

    /** The deadline of the work for its response. */
    Deadline deadline() {
        return deadline;
    }

    /** The number of the last change from before anything was read for its response. */
    long epoch() {
        return epoch;
    }

    @Override
    public HttpURI getHttpURI() {
        return target;
    }

    @Override
    public HttpFields getHeaders() {
        return fields;
    }
}
