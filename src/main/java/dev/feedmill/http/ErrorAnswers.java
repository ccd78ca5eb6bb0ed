package dev.feedmill.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What Jetty says by itself of requests that reach no route: the same form as all other errors, no page, no version. */
final class ErrorAnswers extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        byte[] body = ProblemAnswers.body(status, null);
        response.getHeaders().remove(HttpHeader.SERVER);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, ProblemAnswers.MEDIA_TYPE);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        boolean silent = request.getMethod().equals("HEAD");
        response.write(true, silent ? null : ByteBuffer.wrap(body), callback);
        return true;
    }
}
