package dev.feedmill.http.wire;

import dev.feedmill.http.message.ClientStream;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * A response of Jetty's that is written as its content comes, without a thread that waits. While it is open, its
 * connection is never idle: only the time limit for what is sent holds.
 */
final class ResponseStream implements ClientStream {
    private final Response response;
    private final EndPoint endPoint;
    private final long idleTimeout;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    /** Opens a stream whose head is set and not sent. */
    ResponseStream(Response response) {
        this.response = response;
        this.endPoint =
                response.getRequest().getConnectionMetaData().getConnection().getEndPoint();
        this.idleTimeout = endPoint.getIdleTimeout();
        endPoint.setIdleTimeout(0);
    }

    /** Completes with the end of the response, however it comes. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    @Override
    public void write(byte[] bytes, Runnable sent, Runnable failed) {
        response.write(false, ByteBuffer.wrap(bytes), new Callback() {
            @Override
            public InvocationType getInvocationType() {
                return InvocationType.NON_BLOCKING;
            }

            @Override
            public void succeeded() {
                sent.run();
            }

            @Override
            public void failed(Throwable reason) {
                failed.run();
            }
        });
    }

    @Override
    public void end() {
        endPoint.setIdleTimeout(idleTimeout);
        ended.complete(null);
    }

    @Override
    public void abort() {
        endPoint.close();
        ended.complete(null);
    }

    @Override
    public boolean hasLeft() {
        return !endPoint.isOpen() || (endPoint instanceof ClientEndPoint client && client.hasLeft());
    }
}
