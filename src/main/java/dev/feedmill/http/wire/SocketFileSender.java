package dev.feedmill.http.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IO;
import org.eclipse.jetty.util.IteratingCallback;
import org.jspecify.annotations.Nullable;

/**
 * Sends a head and a part of a file to a socket. What the socket takes at once goes there from the system's memory
 * without a copy ({@code sendfile}); where the client is slower, one buffer waits for it, and no thread.
 */
final class SocketFileSender extends IteratingCallback {
    private final SocketChannelEndPoint endPoint;
    private final FilePartReader file;
    private final Callback sent;
    private @Nullable ByteBuffer head;
    private @Nullable ByteBuffer buffer;

    /**
     * Prepares to send.
     *
     * @param file closed at the end
     * @param sent called at the end; a failure closes the connection, since the client knows the length
     */
    SocketFileSender(SocketChannelEndPoint endPoint, ByteBuffer head, FilePartReader file, Callback sent) {
        this.endPoint = endPoint;
        this.head = head;
        this.file = file;
        this.sent = sent;
    }

    @Override
    protected Action process() throws IOException {
        if (head != null) {
            ByteBuffer first = head;
            head = null;
            endPoint.write(this, first);
            return Action.SCHEDULED;
        }
        while (!file.isDone()) {
            if (!file.moveTo(endPoint.getChannel())) {
                ByteBuffer waiting = buffer == null ? ByteBuffer.allocate(FilePartReader.BUFFER) : buffer;
                buffer = waiting;
                file.read(waiting);
                endPoint.write(this, waiting);
                return Action.SCHEDULED;
            }
        }
        return Action.SUCCEEDED;
    }

    @Override
    protected void onCompleteSuccess() {
        IO.close(file);
        sent.succeeded();
    }

    @Override
    protected void onCompleteFailure(Throwable cause) {
        IO.close(file);
        sent.failed(cause);
    }
}
