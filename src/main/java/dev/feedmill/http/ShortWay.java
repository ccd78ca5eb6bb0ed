package dev.feedmill.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
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
    private final Function<dev.feedmill.http.Request, @Nullable Answer> ready;
    private final LongAdder answered = new LongAdder();

    /** @param ready gives the answer where it lies ready, and never waits */
    ShortWay(Function<dev.feedmill.http.Request, @Nullable Answer> ready) {
        this.ready = ready;
    }

    /** How many requests needed no route. */
    long answered() {
        return answered.sum();
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
            Answer answer = ready.apply(asked(request));
            if (answer != null) {
                answered.increment();
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
                name -> value(request.getHeaders(), name));
    }

    /** Null where nobody is connected by an internet address. */
    static @Nullable InetAddress remote(Request request) {
        return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress address
                ? address.getAddress()
                : null;
    }

    /** Several fields of one name are one list (RFC 9110 section 5.3). */
    private static @Nullable String value(HttpFields fields, String name) {
        String value = null;
        for (HttpField field : fields) {
            if (field.is(name)) {
                value = value == null ? field.getValue() : value + ", " + field.getValue();
            }
        }
        return value;
    }
}
