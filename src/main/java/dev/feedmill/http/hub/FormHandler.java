package dev.feedmill.http.hub;

import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.wire.FastPathHandler;
import dev.feedmill.http.wire.JavalinAdapter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.jspecify.annotations.Nullable;

/** Reads forms for the hub, without a thread that waits for slow clients, and answers them on one that may block. */
public final class FormHandler extends Handler.Wrapper {
    private final String path;
    private final Supplier<@Nullable HubHandler> hub;
    private final Supplier<Duration> time;

    /**
     * Creates the handler.
     *
     * @param hub null for none: its path is then like any other
     * @param time until a form must have arrived
     */
    public FormHandler(String path, Supplier<@Nullable HubHandler> hub, Supplier<Duration> time) {
        this.path = path;
        this.hub = hub;
        this.time = time;
    }

    /** Nothing blocks here. */
    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        HubHandler handler = path.equals(request.getHttpURI().getPath()) ? hub.get() : null;
        if (handler == null) {
            return super.handle(request, response, callback);
        }
        HttpRequest known = FastPathHandler.httpRequest(request);
        HttpResponse early = handler.early(known);
        if (early == null) {
            read(request, handler, new Reply(known, response, callback));
        } else {
            JavalinAdapter.write(response, early, known.method().equals("HEAD"), callback);
        }
        return true;
    }

    private void read(Request request, HubHandler handler, Reply reply) {
        var late = request.getComponents()
                .getScheduler()
                .schedule(() -> reply.send(handler.unread(false)), time.get().toMillis(), TimeUnit.MILLISECONDS);
        Content.Source.asByteArrayAsync(request, handler.maxForm(), new Promise.Invocable.NonBlocking<>() {
            @Override
            public void succeeded(byte[] form) {
                if (late.cancel()) {
                    getServer().getThreadPool().execute(() -> reply.send(handler.answer(reply.request(), form)));
                }
            }

            @Override
            public void failed(Throwable failure) {
                if (late.cancel()) {
                    reply.send(handler.unread(true));
                }
            }
        });
    }

    /** Sends one response. */
    private record Reply(HttpRequest request, Response response, Callback callback, AtomicBoolean sent) {
        private Reply(HttpRequest request, Response response, Callback callback) {
            this(request, response, callback, new AtomicBoolean());
        }

        private void send(HttpResponse answer) {
            if (sent.compareAndSet(false, true)) {
                JavalinAdapter.write(response, answer, false, callback);
            }
        }
    }
}
