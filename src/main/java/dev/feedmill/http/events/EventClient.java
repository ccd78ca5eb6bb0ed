package dev.feedmill.http.events;

import dev.feedmill.http.message.ClientStream;
import dev.feedmill.http.message.ServerRules;
import dev.feedmill.http.query.SelectionRequest;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A client with an open stream: one write is under way at a time, and what comes meanwhile waits. Who is too slow for
 * that is cut off, and comes back. Thread-safe.
 */
final class EventClient {
    private final ClientStream stream;
    private final SelectionRequest selection;
    private final @Nullable Object address;
    private final Consumer<EventClient> gone;
    private final long begun = System.nanoTime();
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private int events;
    private boolean isWriting;
    private boolean isEnding;
    private boolean isClosed;
    private long waitingBytes;
    private long written = begun;
    private volatile long seen;

    /** What a client reads, and up to which change; those of an equal one get the same events. */
    record Place(String query, long seen) {}

    /**
     * Creates a client.
     *
     * @param address that tells clients apart; null if nothing does
     * @param seen number of the last change that it knows
     * @param gone called once the stream is closed, perhaps more than once
     */
    EventClient(
            ClientStream stream,
            SelectionRequest selection,
            @Nullable Object address,
            long seen,
            Consumer<EventClient> gone) {
        this.stream = stream;
        this.selection = selection;
        this.address = address;
        this.seen = seen;
        this.gone = gone;
    }

    Place place() {
        return new Place(selection.events(), seen);
    }

    SelectionRequest selection() {
        return selection;
    }

    boolean isFrom(Object other) {
        return other.equals(address);
    }

    /** Nanoseconds since it came. */
    long age() {
        return System.nanoTime() - begun;
    }

    /** Nanoseconds since something was sent. */
    synchronized long silence() {
        return System.nanoTime() - written;
    }

    synchronized boolean isClosed() {
        return isClosed;
    }

    /** Closes the stream if its client has left. */
    void checkPresence() {
        if (stream.hasLeft()) {
            abort();
        }
    }

    /** Sends what begins a stream. */
    void begin(byte[] bytes) {
        send(bytes, 0, Integer.MAX_VALUE, Long.MAX_VALUE);
    }

    /** Sends a sign of life, unless something is on its way already. */
    void beat() {
        synchronized (this) {
            if (isWriting) {
                return;
            }
        }
        send(EventText.heartbeat(seen), 0, Integer.MAX_VALUE, Long.MAX_VALUE);
    }

    /**
     * Sends events.
     *
     * @param number of the last change that they are of
     * @param limits how much may wait
     */
    void send(EventText text, long number, ServerRules.Events limits) {
        seen = number;
        if (text.count() > 0) {
            send(text.bytes(), text.count(), limits.queue(), limits.queueBytes());
        }
    }

    /** Notes that nothing that a client can see has changed up to a number. */
    void skipTo(long number) {
        seen = number;
    }

    private void send(byte[] bytes, int count, int limit, long limitBytes) {
        boolean isSlow = false;
        synchronized (this) {
            if (isClosed || isEnding) {
                return;
            }
            if (isWriting) {
                isSlow = events + count > limit || waitingBytes + bytes.length > limitBytes;
                if (!isSlow) {
                    events += count;
                    waitingBytes += bytes.length;
                    waiting.add(bytes);
                    return;
                }
            }
            isWriting = true;
            written = System.nanoTime();
        }
        if (isSlow) {
            abort();
        } else {
            stream.write(bytes, this::sent, this::abort);
        }
    }

    private void sent() {
        byte[] next;
        boolean isLast;
        synchronized (this) {
            if (isClosed) {
                return;
            }
            written = System.nanoTime();
            next = isEnding ? new byte[0] : takeWaiting();
            isWriting = next.length > 0;
            isLast = isEnding;
        }
        if (next.length > 0) {
            stream.write(next, this::sent, this::abort);
        } else if (isLast) {
            close();
        }
    }

    private byte[] takeWaiting() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        waiting.forEach(all::writeBytes);
        waiting.clear();
        waitingBytes = 0;
        events = 0;
        return all.toByteArray();
    }

    /** Ends the response in order, after the write that is under way. */
    void end() {
        synchronized (this) {
            isEnding = true;
            if (isWriting) {
                return;
            }
        }
        close();
    }

    /** Ends the response at once; breaks it off if its client is slow. */
    void endNow() {
        boolean isSlow;
        synchronized (this) {
            isEnding = true;
            isSlow = isWriting;
        }
        if (isSlow) {
            abort();
        } else {
            close();
        }
    }

    private void close() {
        synchronized (this) {
            if (isClosed) {
                return;
            }
            isClosed = true;
        }
        // First, since the end of a response begins the next request of its connection.
        gone.accept(this);
        stream.end();
    }

    private void abort() {
        synchronized (this) {
            if (isClosed) {
                return;
            }
            isClosed = true;
            waiting.clear();
        }
        stream.abort();
        gone.accept(this);
    }
}
