package dev.feedmill.http.wire;

import dev.feedmill.http.message.FilePart;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.NodeGate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.function.Supplier;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * A connection for plain requests that are answered from cache. The first other request upgrades it to a connection of
 * Jetty's own, which reads the same bytes again.
 */
final class FastPathConnection extends AbstractConnection.NonBlocking implements Connection.UpgradeFrom {
    /** Parts of files up to this size, in bytes, are sent without a change of threads, which costs more than they do. */
    private static final int MAX_AT_ONCE = 128 * 1024;

    private final Server server;
    private final FastPath fastPath;
    private final Supplier<Connection> jettyConnections;
    private final Callback sent = new Sent();
    private ByteBuffer unread = BufferUtil.EMPTY_BUFFER;

    /** @param jettyConnections creates the connection that takes over */
    FastPathConnection(EndPoint endPoint, Server server, FastPath fastPath, Supplier<Connection> jettyConnections) {
        super(endPoint, server.getThreadPool());
        this.server = server;
        this.fastPath = fastPath;
        this.jettyConnections = jettyConnections;
    }

    @Override
    public void onOpen() {
        super.onOpen();
        fillInterested();
    }

    @Override
    public void onFillable() {
        FastPath.Buffers buffers = fastPath.buffers();
        ByteBuffer in = buffers.in();
        BufferUtil.clear(in);
        try {
            int filled = getEndPoint().fill(in);
            if (filled < 0) {
                getEndPoint().close();
            } else if (filled == 0) {
                fillInterested();
            } else {
                answer(FastPathRequestParser.read(buffers.read(), in.remaining(), this::remote), in);
            }
        } catch (IOException e) {
            getEndPoint().close(e);
        } catch (RuntimeException | Error e) {
            // Nothing else would close it: the connection waits neither to read nor to write.
            getEndPoint().close(e);
            throw e;
        }
    }

    private void answer(@Nullable HttpRequest request, ByteBuffer in) throws IOException {
        if (request == null) {
            upgrade(in);
        } else if (fastPath.isOpenFor(request)) {
            answerNow(request, in);
        } else {
            // Another connection uses the thread's buffer meanwhile.
            ByteBuffer read = copy(in);
            fastPath.gate().whenCurrent(current -> answerLater(request, read, current));
        }
    }

    private void answerLater(HttpRequest request, ByteBuffer in, boolean current) {
        try {
            if (current) {
                answerNow(request, in);
            } else {
                respond(request, NodeGate.behind(), fastPath.buffers().out());
            }
        } catch (IOException e) {
            getEndPoint().close(e);
        } catch (RuntimeException | Error e) {
            getEndPoint().close(e);
            throw e;
        }
    }

    private void answerNow(HttpRequest request, ByteBuffer in) throws IOException {
        // A server that stops must say so in its responses, which Jetty's connections do.
        HttpResponse response = server.isStopping() ? null : fastPath.answer(request);
        if (response == null || !respond(request, response, fastPath.buffers().out())) {
            upgrade(in);
        }
    }

    /** Sends the response; false if its file has just changed. */
    private boolean respond(HttpRequest request, HttpResponse response, ByteBuffer out) throws IOException {
        FilePart file = request.method().equals("HEAD") ? null : response.file();
        if (file == null) {
            byte[] body = response.bodyFor(request);
            fastPath.logSent(request, response, body.length);
            send(response, body, out);
        } else {
            FileChannel channel = file.openIfSame();
            if (channel == null) {
                return false;
            }
            fastPath.logSent(request, response, file.range().length());
            response.putHead(out.clear(), fastPath.date(server));
            SocketFileSender sender = new SocketFileSender(
                    (SocketChannelEndPoint) getEndPoint(), copy(out.flip()), new FilePartReader(file, channel), sent);
            if (file.range().length() <= MAX_AT_ONCE) {
                sender.iterate();
            } else {
                // The disk may block for long.
                getExecutor().execute(sender::iterate);
            }
        }
        return true;
    }

    private void send(HttpResponse response, byte[] body, ByteBuffer out) throws IOException {
        out.clear();
        response.putHead(out, fastPath.date(server));
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

    /** A copy, since the thread's buffer serves other connections before a slow client has received its bytes. */
    private static ByteBuffer copy(ByteBuffer buffer) {
        return ByteBuffer.allocate(buffer.remaining()).put(buffer).flip();
    }

    private void upgrade(ByteBuffer read) {
        unread = copy(read);
        if (getEndPoint() instanceof ClientEndPoint client) {
            client.headBegins();
        }
        getEndPoint().upgrade(jettyConnections.get());
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

    /** Reads the next request after a response is sent. */
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
