package dev.feedmill.http.wire;

import dev.feedmill.http.message.FilePart;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.CompletableFuture;

/**
 * Sends a file through a servlet to one client without blocking a thread, at the client's speed and with one buffer in memory.
 *
 * <p>Jetty's {@code HttpOutput.sendContent} for a stream or channel never signals its end (12.1.12), so that the
 * connection would serve no second request.
 */
final class ServletFileSender implements WriteListener {
    private static final int BUFFER = 32 * 1024;

    private final FilePart part;
    private final FileChannel file;
    private final ServletOutputStream output;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private long at;
    private long left;
    private final CompletableFuture<Void> sent = new CompletableFuture<>();

    /** @param file closed at the end, also after a failure */
    ServletFileSender(FilePart part, FileChannel file, ServletOutputStream output) {
        this.part = part;
        this.left = part.range().length();
        this.file = file;
        this.at = part.range().from();
        this.output = output;
    }

    /** Starts sending; the future completes when all bytes are sent or the client has left. */
    CompletableFuture<Void> send() {
        output.setWriteListener(this);
        return sent;
    }

    @Override
    public void onWritePossible() throws IOException {
        // The buffer may be reused only when the output is ready.
        while (output.isReady()) {
            if (left == 0) {
                file.close();
                sent.complete(null);
                return;
            }
            part.requireSame();
            int read = file.read(buffer.clear().limit((int) Math.min(left, BUFFER)), at);
            if (read < 0) {
                throw new EOFException("the file became shorter while it was sent");
            }
            at += read;
            left -= read;
            output.write(buffer.array(), 0, read);
        }
    }

    @Override
    public void onError(Throwable fault) {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            sent.completeExceptionally(fault);
        }
    }
}
