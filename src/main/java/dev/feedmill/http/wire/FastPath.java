package dev.feedmill.http.wire;

import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.status.ResponseCounts;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Server;
import org.jspecify.annotations.Nullable;

/** What lies ready, and what the connections of a server share that send it by themselves. Threads may share it. */
public final class FastPath {
    /** Longer requests are not plain. */
    private static final int LONGEST_REQUEST = 4_096;

    /** Larger answers are sent from the document's own bytes. */
    private static final int LARGEST_COPIED = 32_768;

    private final Function<HttpRequest, @Nullable HttpResponse> ready;
    private final ResponseCounts counts;
    private final AccessLog access;
    private final ThreadLocal<Buffers> buffers = ThreadLocal.withInitial(Buffers::make);
    private final LongAdder answered = new LongAdder();
    private volatile @Nullable DateLine date;

    /**
     * The room that a thread reads and writes in.
     *
     * @param read the bytes behind {@code in}
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Buffers(byte[] read, ByteBuffer in, ByteBuffer out) {
        private static Buffers make() {
            byte[] read = new byte[LONGEST_REQUEST];
            return new Buffers(read, ByteBuffer.wrap(read), ByteBuffer.allocateDirect(LARGEST_COPIED));
        }
    }

    /** @param ready gives the answer where it lies ready, and never waits */
    public FastPath(Function<HttpRequest, @Nullable HttpResponse> ready, ResponseCounts counts, AccessLog access) {
        this.ready = ready;
        this.counts = counts;
        this.access = access;
    }

    /** Null where another must answer. */
    @Nullable
    public HttpResponse answer(HttpRequest request) {
        HttpResponse answer = ready.apply(request);
        if (answer != null) {
            answered.increment();
            counts.count(answer);
        }
        return answer;
    }

    /** To be called by who sends an answer without the server's knowledge. */
    void sends(HttpRequest request, HttpResponse answer, int bytes) {
        access.log(request, answer, bytes);
    }

    /** How many requests were answered so. */
    public long answered() {
        return answered.sum();
    }

    /** The line with the time of day, made once a second. */
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
