package dev.feedmill.http.wire;

import dev.feedmill.http.message.BasePath;
import dev.feedmill.http.message.RawPath;
import dev.feedmill.http.message.RequestFields;
import dev.feedmill.runtime.Deadline;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;

/**
 * A request as the routes see it: its target in ASCII and below the path of the public address, and of its header fields only those that an answer may depend on.
 * What else was sent reaches no code that might read it as an order, such as another method, or stumble over it.
 */
final class KnownRequest extends Request.Wrapper {
    private final HttpURI target;
    private final HttpFields fields;
    private final Deadline deadline;

    KnownRequest(Request request, BasePath mount, Deadline deadline) {
        super(request);
        this.deadline = deadline;
        HttpURI sent = request.getHttpURI();
        String query = sent.getQuery();
        this.target = HttpURI.build(sent)
                .path(mount.below(RawPath.ascii(sent.getPath())))
                .query(query == null ? null : RawPath.ascii(query))
                .asImmutable();
        HttpFields.Mutable known = HttpFields.build();
        RequestFields.of(request.getHeaders()).forEach(known::add);
        this.fields = known.asImmutable();
    }

    /** Of the work for its answer. */
    Deadline deadline() {
        return deadline;
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
