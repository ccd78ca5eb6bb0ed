package dev.feedmill.http.wire;

import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.function.Supplier;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * A connection as long as all that is asked over it is plain and lies ready; with the first request that is not, it becomes
 * one of Jetty's own, which reads the same bytes again.
 */
final class FastPathConnection extends AbstractConnection.NonBlocking implements Connection.UpgradeFrom {
    private final Server server;
    private final FastPath ready;
    private final Supplier<Connection> onward;
    private final Callback sent = new Sent();
    private ByteBuffer unread = BufferUtil.EMPTY_BUFFER;

    /** @param onward makes the connection that goes on where this one ends */
    FastPathConnection(EndPoint endPoint, Server server, FastPath ready, Supplier<Connection> onward) {
        super(endPoint, server.getThreadPool());
        this.server = server;
        this.ready = ready;
        this.onward = onward;
    }

    @Override
    public void onOpen() {
        super.onOpen();
        fillInterested();
    }

    @Override
    public void onFillable() {
        FastPath.Buffers buffers = ready.buffers();
        ByteBuffer in = buffers.in();
        BufferUtil.clear(in);
        try {
            int filled = getEndPoint().fill(in);
            if (filled < 0) {
                getEndPoint().close();
            } else if (filled == 0) {
                fillInterested();
            } else {
                HttpRequest request = FastPathRequestParser.read(buffers.read(), in.remaining(), this::remote);
                // A server that stops says so by its own connections.
                HttpResponse answer = request == null || server.isStopping() ? null : ready.answer(request);
                if (request == null || answer == null) {
                    handOn(in);
                } else {
                    byte[] body = answer.bodyFor(request);
                    ready.sends(request, answer, body.length);
                    send(answer, body, buffers.out());
                }
            }
        } catch (IOException e) {
            getEndPoint().close(e);
        } catch (RuntimeException | Error e) {
            // Nothing else would close it: it waits neither for bytes to come nor for bytes to go.
            getEndPoint().close(e);
            throw e;
        }
    }

    private void send(HttpResponse answer, byte[] body, ByteBuffer out) throws IOException {
        out.clear();
        answer.putHead(out, ready.date(server));
        if (body.length <= out.remaining()) {
            out.put(body).flip();
            if (getEndPoint().flush(out)) {
                fillInterested();
            } else {
                getEndPoint().write(sent, copy(out));
            }
        } else {
            getEndPoint().write(sent, copy(out.flip()), ByteBuffer.wrap(body));
        }
    }

    /** The thread's buffer serves the next connection before a slow reader has taken its bytes. */
    private static ByteBuffer copy(ByteBuffer buffer) {
        return ByteBuffer.allocate(buffer.remaining()).put(buffer).flip();
    }

    private void handOn(ByteBuffer read) {
        unread = copy(read);
        if (getEndPoint() instanceof ClientEndPoint client) {
            client.headBegins();
        }
        getEndPoint().upgrade(onward.get());
    }

    @Override
    public ByteBuffer onUpgradeFrom() {
        return unread;
    }

    private @Nullable InetAddress remote() {
        return getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress address
                ? address.getAddress()
                : null;
    }

    /** What follows a whole answer: the next request. */
    private final class Sent implements Callback {
        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }

        @Override
        public void succeeded() {
            fillInterested();
        }

        @Override
        public void failed(Throwable reason) {
            getEndPoint().close(reason);
        }
    }
}
