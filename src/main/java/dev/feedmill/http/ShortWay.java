package dev.feedmill.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Answers what lies ready before a servlet sees the request, on the thread that read it; all else goes on to a thread that
 * may wait.
 */
final class ShortWay extends Handler.Wrapper {
    private final ReadyAnswers ready;

    ShortWay(ReadyAnswers ready) {
        this.ready = ready;
    }

    /** Nothing waits here, so the thread that selects may run it. */
    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String method = request.getMethod();
        boolean head = method.equals("HEAD");
        if (head || method.equals("GET")) {
            Answer answer = ready.answer(asked(request));
            if (answer != null) {
                response.setStatus(answer.status());
                response.getHeaders().add(answer.headers());
                // What is sent as the last would be given a length, which an answer without content must not name.
                ByteBuffer body = head || !answer.hasContent() ? null : ByteBuffer.wrap(answer.body());
                response.write(answer.hasContent(), body, callback);
                return true;
            }
        }
        getServer().getThreadPool().execute(() -> onward(request, response, callback));
        return true;
    }

    private void onward(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, 404);
            }
        } catch (Exception e) {
            Response.writeError(request, response, callback, e);
        }
    }

    private static dev.feedmill.http.Request asked(Request request) {
        return new dev.feedmill.http.Request(
                request.getMethod(),
                request.getHttpURI().getPath(),
                request.getHttpURI().getQuery(),
                () -> remote(request),
                told(request.getHeaders())::get);
    }

    /** Null where nobody is connected by an internet address. */
    static @Nullable InetAddress remote(Request request) {
        return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress address
                ? address.getAddress()
                : null;
    }

    /** In one pass, since most fields are of no interest. */
    private static Map<String, String> told(HttpFields fields) {
        Map<String, String> told = new HashMap<>();
        for (HttpField field : fields) {
            String name = PlainRequest.told(field.getName());
            if (name != null) {
                // Several fields of one name are one list (RFC 9110 section 5.3).
                told.merge(name, field.getValue(), (one, other) -> one + ", " + other);
            }
        }
        return told;
    }
}
