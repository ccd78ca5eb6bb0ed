package dev.feedmill.http.wire;

import dev.feedmill.http.message.ProblemResponses;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Errors that Jetty sends for requests that reach no route, in the same form as all others: no HTML, no version. */
public final class ErrorResponses extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        byte[] body = ProblemResponses.body(status, null);
        response.getHeaders().remove(HttpHeader.SERVER);
        if (status == HttpStatus.UPGRADE_REQUIRED_426) {
            response.getHeaders().put(HttpHeader.UPGRADE, HttpVersion.HTTP_1_1.asString());
            response.getHeaders().put(HttpHeader.CONNECTION, HttpHeader.UPGRADE.asString());
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, ProblemResponses.MEDIA_TYPE);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        boolean silent = request.getMethod().equals("HEAD");
        response.write(true, silent ? null : ByteBuffer.wrap(body), callback);
        return true;
    }
}
