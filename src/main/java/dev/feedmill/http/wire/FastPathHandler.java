package dev.feedmill.http.wire;

import dev.feedmill.http.message.FilePart;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.RequestHeader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests from cache before a servlet sees them, on the thread that read them; all others go on to a thread
 * that may block.
 */
public final class FastPathHandler extends Handler.Wrapper {
    private final FastPath fastPath;

    public FastPathHandler(FastPath fastPath) {
        this.fastPath = fastPath;
    }

    /** Nothing blocks here, so the selector thread may run it. */
    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String method = request.getMethod();
        boolean head = method.equals("HEAD");
        if (head || method.equals("GET")) {
            HttpResponse answer = fastPath.answer(httpRequest(request));
            if (answer != null) {
                FilePart file = answer.file();
                if (head || file == null) {
                    JavalinAdapter.write(response, answer, head, callback);
                } else {
                    // The disk may block.
                    getServer().getThreadPool().execute(() -> {
                        FileChannel channel = file.openIfSame();
                        if (channel == null) {
                            passOn(request, response, callback);
                        } else {
                            JavalinAdapter.write(response, answer, file, channel, callback);
                        }
                    });
                }
                return true;
            }
        }
        getServer().getThreadPool().execute(() -> passOn(request, response, callback));
        return true;
    }

    private void passOn(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, 404);
            }
        } catch (Exception e) {
            Response.writeError(request, response, callback, e);
        }
    }

    /** What a response may depend on of a request. */
    public static dev.feedmill.http.message.HttpRequest httpRequest(Request request) {
        return new dev.feedmill.http.message.HttpRequest(
                request.getMethod(),
                request.getHttpURI().getPath(),
                request.getHttpURI().getQuery(),
                () -> remote(request),
                RequestHeader.of(request.getHeaders())::get);
    }

    /** The peer's address; null if it is not an internet address. */
    static @Nullable InetAddress remote(Request request) {
        return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress address
                ? address.getAddress()
                : null;
    }
}
