package dev.feedmill.http.wire;

import dev.feedmill.http.message.FilePart;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
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
    private static final int BUFFER = 32 * 1024;

    private final SocketChannelEndPoint endPoint;
    private final SocketChannel socket;
    private final FilePart part;
    private final Callback sent;
    private @Nullable ByteBuffer head;
    private @Nullable ByteBuffer buffer;
    private final FileChannel file;
    private long at;
    private long left;

    /**
     * Prepares to send.
     *
     * @param file of the part, closed at the end
     * @param sent hears of the end; a failure closes the connection, since the client knows the length
     */
    SocketFileSender(SocketChannelEndPoint endPoint, ByteBuffer head, FilePart part, FileChannel file, Callback sent) {
        this.endPoint = endPoint;
        this.socket = endPoint.getChannel();
        this.head = head;
        this.part = part;
        this.file = file;
        this.sent = sent;
        this.at = part.range().from();
        this.left = part.range().length();
    }

    @Override
    protected Action process() throws IOException {
        part.requireSame();
        if (head != null) {
            ByteBuffer first = head;
            head = null;
            endPoint.write(this, first);
            return Action.SCHEDULED;
        }
        while (left > 0) {
            long moved = file.transferTo(at, left, socket);
            if (moved == 0) {
                endPoint.write(this, next());
                return Action.SCHEDULED;
            }
            at += moved;
            left -= moved;
        }
        return Action.SUCCEEDED;
    }

    /** The next bytes for a socket that takes none now. */
    private ByteBuffer next() throws IOException {
        ByteBuffer bytes = buffer == null ? ByteBuffer.allocate(BUFFER) : buffer;
        buffer = bytes;
        bytes.clear().limit((int) Math.min(left, BUFFER));
        int read = file.read(bytes, at);
        if (read <= 0) {
            throw new EOFException("the file became shorter while it was sent");
        }
        at += read;
        left -= read;
        return bytes.flip();
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
