package dev.feedmill.http.wire;

import dev.feedmill.http.message.ServerRules;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * A socket whose other side may not take for ever: neither to send the head of a request, byte by byte, nor to fetch an
 * answer. It also notices while a request is answered that its client has left. Threads may share it.
 */
final class ClientEndPoint extends SocketChannelEndPoint {
    /** What a client sends before it has its answer; with more nobody looks whether it is still there. */
    private static final int LONGEST_READ_AHEAD = 4_096;

    private final Scheduler scheduler;
    private final Executor executor;
    private final Duration headTime;
    private final Duration sendTime;
    private ByteBuffer ahead = BufferUtil.EMPTY_BUFFER;
    private boolean isBetween;
    private Scheduler.@Nullable Task head;

    ClientEndPoint(
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

    /** From now on a head must come in. */
    synchronized void headBegins() {
        isBetween = false;
        if (head == null) {
            head = scheduler.schedule(
                    () -> close(new TimeoutException("the head of a request took too long")),
                    headTime.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    /** The head has come in. */
    synchronized void headEnds() {
        if (head != null) {
            head.cancel();
            head = null;
        }
    }

    /** The next byte begins another head. */
    synchronized void answered() {
        isBetween = head == null;
    }

    /** Waits for the first byte of a request. */
    synchronized boolean isResting() {
        return head == null && getFillInterest().isInterested();
    }

    @Override
    public synchronized int fill(ByteBuffer buffer) throws IOException {
        int filled = ahead.hasRemaining() ? fillFrom(ahead, buffer) : super.fill(buffer);
        if (filled > 0 && isBetween) {
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

    /** Whether the client has closed its side, as far as can be told without waiting; only while it waits for an answer. */
    synchronized boolean hasLeft() {
        if (!isOpen() || isInputShutdown()) {
            return true;
        }
        if (ahead.remaining() >= LONGEST_READ_AHEAD) {
            return false;
        }
        ByteBuffer more = BufferUtil.allocate(LONGEST_READ_AHEAD);
        BufferUtil.append(more, ahead);
        try {
            int filled = super.fill(more);
            ahead = more;
            return filled < 0;
        } catch (IOException e) {
            return true;
        }
    }

    /** What was read ahead is there already: the selector would never tell of it. */
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

    /** An answer on its way to a client that may take its time, but not for ever. */
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
