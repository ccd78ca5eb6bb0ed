package dev.feedmill.http.wire;

import dev.feedmill.http.message.ServerRules;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * A socket with time limits for the client: to send the head of a request, which may come byte by byte, and to receive
 * a response. It also notices during a request that its client has left. Thread-safe.
 */
final class ClientEndPoint extends SocketChannelEndPoint {
    /**
     * Bytes to read ahead while a request is processed; once a client has sent more, its presence is no longer checked.
     */
    private static final int MAX_READ_AHEAD = 4_096;

    /** Time within which a request arrives that was under way when the server stopped. */
    private static final long REST_MILLIS = 50;

    private final Scheduler scheduler;
    private final Executor executor;
    private final Duration headTime;
    private final Duration sendTime;
    private ByteBuffer ahead = BufferUtil.EMPTY_BUFFER;
    private boolean isBetweenRequests;
    private Scheduler.@Nullable Task head;

    private ClientEndPoint(
            SocketChannel channel,
            ManagedSelector selector,
            SelectionKey key,
            Scheduler scheduler,
            Executor executor,
            ServerRules.Limits limits) {
        super(channel, selector, key, scheduler);
        this.scheduler = scheduler;
        this.executor = executor;
        this.headTime = limits.headTime();
        this.sendTime = limits.sendTime();
    }

    /** Creates the endpoint of a connection that a connector has accepted. */
    static ClientEndPoint of(
            AbstractConnector connector,
            SocketChannel channel,
            ManagedSelector selector,
            SelectionKey key,
            ServerRules.Limits limits) {
        ClientEndPoint endPoint =
                new ClientEndPoint(channel, selector, key, connector.getScheduler(), connector.getExecutor(), limits);
        endPoint.setIdleTimeout(connector.getIdleTimeout());
        return endPoint;
    }

    /** Closes the idle endpoints of a stopping server, which would otherwise wait one second for them. */
    static void closeIdle(Collection<EndPoint> endPoints) {
        for (EndPoint endPoint : endPoints) {
            if (endPoint instanceof ClientEndPoint client && client.isResting()) {
                client.setIdleTimeout(REST_MILLIS);
            }
        }
    }

    /** Starts the time limit for a request's head. */
    synchronized void headBegins() {
        isBetweenRequests = false;
        if (head == null) {
            head = scheduler.schedule(
                    () -> close(new TimeoutException("the head of a request took too long")),
                    headTime.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    /** The head is complete; stops the time limit. */
    synchronized void headEnds() {
        if (head != null) {
            head.cancel();
            head = null;
        }
    }

    /** The response is complete; the next byte begins another head. */
    synchronized void responseEnds() {
        isBetweenRequests = head == null;
    }

    /** Whether the connection is idle and waits for the first byte of a request. */
    synchronized boolean isResting() {
        return head == null && getFillInterest().isInterested();
    }

    @Override
    public synchronized int fill(ByteBuffer buffer) throws IOException {
        int filled = ahead.hasRemaining() ? fillFrom(ahead, buffer) : super.fill(buffer);
        if (filled > 0 && isBetweenRequests) {
            headBegins();
        }
        return filled;
    }

    private static int fillFrom(ByteBuffer ahead, ByteBuffer buffer) {
        int position = BufferUtil.flipToFill(buffer);
        int filled = BufferUtil.put(ahead, buffer);
        BufferUtil.flipToFlush(buffer, position);
        return filled;
    }

    /**
     * Whether the client has closed its side, as far as that shows without blocking; to be called only during a
     * request.
     */
    synchronized boolean hasLeft() {
        if (!isOpen() || isInputShutdown()) {
            return true;
        }
        if (ahead.remaining() >= MAX_READ_AHEAD) {
            return false;
        }
        ByteBuffer more = BufferUtil.allocate(MAX_READ_AHEAD);
        BufferUtil.append(more, ahead);
        try {
            int filled = super.fill(more);
            ahead = more;
            return filled < 0;
        } catch (IOException e) {
            return true;
        }
    }

    /** Bytes that were read ahead are there already, so the selector would never report them. */
    @Override
    protected void needsFillInterest() {
        boolean isThere;
        synchronized (this) {
            isThere = ahead.hasRemaining();
        }
        if (isThere) {
            executor.execute(getFillInterest()::fillable);
        } else {
            super.needsFillInterest();
        }
    }

    @Override
    public void write(Callback callback, ByteBuffer... buffers) {
        Sending sending = new Sending(callback);
        super.write(sending, buffers);
        sending.limit();
    }

    @Override
    public void onClose(@Nullable Throwable cause) {
        headEnds();
        super.onClose(cause);
    }

    /** A response that is being sent, with its time limit. */
    private final class Sending extends Callback.Nested {
        private boolean isSent;
        private Scheduler.@Nullable Task cutOff;

        Sending(Callback callback) {
            super(callback);
        }

        synchronized void limit() {
            if (!isSent) {
                cutOff = scheduler.schedule(
                        () -> close(new TimeoutException("an answer was not fetched in time")),
                        sendTime.toMillis(),
                        TimeUnit.MILLISECONDS);
            }
        }

        @Override
        public synchronized void completed() {
            isSent = true;
            if (cutOff != null) {
                cutOff.cancel();
            }
        }
    }
}
