package dev.feedmill.http.wire;

import dev.feedmill.http.caching.Cors;
import dev.feedmill.http.message.BasePath;
import dev.feedmill.http.message.Epoch;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.NodeGate;
import dev.feedmill.http.message.ProblemResponses;
import dev.feedmill.http.message.Redirects;
import dev.feedmill.runtime.Deadline;
import dev.feedmill.web.PercentCoding;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Enforces the rules of HTTP that hold for every resource, and passes on only what the routes may know of a request.
 */
public final class ProtocolRules extends Handler.Wrapper {
    /** The known methods (RFC 9110 section 9.3, RFC 5789). */
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");

    private final BasePath basePath;
    private final Supplier<Duration> answerTime;
    private final Epoch epoch;
    private final NodeGate gate;

    /**
     * Creates the rules.
     *
     * @param answerTime from the start of a request until its response is rendered
     * @param gate what requests for anything in the library must pass
     */
    public ProtocolRules(BasePath basePath, Supplier<Duration> answerTime, Epoch epoch, NodeGate gate) {
        this.gate = gate;
        this.basePath = basePath;
        this.answerTime = answerTime;
        this.epoch = epoch;
    }

    /** Nothing blocks here. */
    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        BooleanSupplier hasLeft = observeClient(request);
        HttpResponse answer = answer(request);
        if (answer != null) {
            JavalinAdapter.write(response, answer, request.getMethod().equals("HEAD"), callback);
            return true;
        }
        if (gate.isOpenFor(
                basePath.strip(PercentCoding.ascii(request.getHttpURI().getPath())))) {
            return super.handle(routed(request, hasLeft), response, callback);
        }
        gate.whenCurrent(current -> passOn(request, hasLeft, current, response, callback));
        return true;
    }

    private Request routed(Request request, BooleanSupplier hasLeft) {
        return new RoutedRequest(request, basePath, Deadline.after(answerTime.get(), hasLeft), epoch.now());
    }

    private void passOn(
            Request request, BooleanSupplier hasLeft, boolean current, Response response, Callback callback) {
        try {
            if (!current) {
                JavalinAdapter.write(
                        response, NodeGate.behind(), request.getMethod().equals("HEAD"), callback);
            } else if (!super.handle(routed(request, hasLeft), response, callback)) {
                Response.writeError(request, response, callback, 404);
            }
        } catch (Exception | Error e) {
            Response.writeError(request, response, callback, e);
        }
    }

    /** Reports the request's progress to the socket; returns a check for whether the client has left. */
    private static BooleanSupplier observeClient(Request request) {
        if (request.getConnectionMetaData().getConnection().getEndPoint() instanceof ClientEndPoint client) {
            client.headEnds();
            Request.addCompletionListener(request, failure -> client.responseEnds());
            return client::hasLeft;
        }
        return () -> false;
    }

    private @Nullable HttpResponse answer(Request request) {
        if (request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_0
                && request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)) {
            // The end of such a message cannot be determined (RFC 9112 section 6.1).
            return ProblemResponses.of(
                    400, "HTTP/1.0 has no 'Transfer-Encoding'", Map.of(HttpHeader.CONNECTION.asString(), "close"));
        }
        if (request.getMethod().equals("CONNECT")) {
            // What follows would not be another request.
            return ProblemResponses.of(
                    405,
                    "this is not a proxy",
                    Map.of("Allow", Cors.METHODS, HttpHeader.CONNECTION.asString(), "close"));
        }
        if (!METHODS.contains(request.getMethod())) {
            return ProblemResponses.of(501, "only GET and HEAD are answered here");
        }
        String root = basePath.root(request.getHttpURI().getPath());
        if (root != null) {
            String query = request.getHttpURI().getQuery();
            return basePath.prepend(Redirects.to(query == null ? root : root + "?" + PercentCoding.ascii(query)));
        }
        boolean isServer = "*".equals(request.getHttpURI().getPath());
        return isServer && request.getMethod().equals("OPTIONS") ? HttpResponse.withoutContent(204, Cors.ALLOW) : null;
    }
}
