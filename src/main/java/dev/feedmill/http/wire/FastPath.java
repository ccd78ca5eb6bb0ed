package dev.feedmill.http.wire;

import dev.feedmill.http.message.BasePath;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.NodeGate;
import dev.feedmill.http.status.ResponseCounts;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Server;
import org.jspecify.annotations.Nullable;

/**
 * The fast path: responses from cache, and the state that the connections of a server share to send them. Thread-safe.
 */
public final class FastPath {
    /** Longer requests are left to Jetty. */
    private static final int MAX_REQUEST = 4_096;

    /** Larger responses are sent from the document's own bytes. */
    private static final int MAX_COPIED = 32_768;

    private final Function<HttpRequest, @Nullable HttpResponse> responses;
    private final ResponseCounts counts;
    private final AccessLog access;
    private final NodeGate gate;
    private final BasePath basePath;
    private final ThreadLocal<Buffers> buffers = ThreadLocal.withInitial(Buffers::make);
    private final LongAdder answered = new LongAdder();
    private volatile @Nullable DateLine date;

    /**
     * The buffers of one thread.
     *
     * @param read the array behind {@code in}
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Buffers(byte[] read, ByteBuffer in, ByteBuffer out) {
        private static Buffers make() {
            byte[] read = new byte[MAX_REQUEST];
            return new Buffers(read, ByteBuffer.wrap(read), ByteBuffer.allocateDirect(MAX_COPIED));
        }
    }

    /**
     * Creates a fast path.
     *
     * @param responses gives the response if it is ready, and never blocks
     * @param gate what each request of a connection must pass first
     */
    public FastPath(
            Function<HttpRequest, @Nullable HttpResponse> responses,
            ResponseCounts counts,
            AccessLog access,
            NodeGate gate,
            BasePath basePath) {
        this.basePath = basePath;
        this.gate = gate;
        this.responses = responses;
        this.counts = counts;
        this.access = access;
    }

    /** Whether a request need not pass the gate. */
    boolean isOpenFor(HttpRequest request) {
        return gate.isOpen() || gate.isOpenFor(basePath.strip(request.path()));
    }

    /** What other requests must pass before {@link #answer}. */
    NodeGate gate() {
        return gate;
    }

    /** The response if it is ready, counted; null if another handler must respond. */
    @Nullable
    public HttpResponse answer(HttpRequest request) {
        HttpResponse response = responses.apply(request);
        if (response != null) {
            answered.increment();
            counts.count(response);
        }
        return response;
    }

    /** Logs a response. To be called by a connection that sends it without Jetty's knowledge. */
    void logSent(HttpRequest request, HttpResponse response, long bytes) {
        access.log(request, response, bytes);
    }

    /** How many requests the fast path has answered. */
    public long answered() {
        return answered.sum();
    }

    /** The {@code Date} line, created once a second. */
    byte[] date(Server server) {
        HttpField field = server.getDateField();
        DateLine last = date;
        if (last == null || !last.time().equals(field.getValue())) {
            last = new DateLine(field.getValue(), (field + "\r\n").getBytes(StandardCharsets.US_ASCII));
            date = last;
        }
        return last.bytes();
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record DateLine(String time, byte[] bytes) {}

    Buffers buffers() {
        return buffers.get();
    }
}
