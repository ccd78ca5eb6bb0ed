package dev.feedmill.http.wire;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.concurrent.CompletableFuture;

/**
 * Sends a file through a servlet to one client without blocking a thread, at the client's speed and with one buffer in memory.
 *
 * <p>Jetty's {@code HttpOutput.sendContent} for a stream or channel never signals its end (12.1.12), so that the
 * connection would serve no second request.
 */
final class ServletFileSender implements WriteListener {
    private static final int BUFFER = 32 * 1024;

    private final ReadableByteChannel bytes;
    private final ServletOutputStream output;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private final CompletableFuture<Void> sent = new CompletableFuture<>();

    /** @param bytes closed at the end, also after a failure */
    ServletFileSender(ReadableByteChannel bytes, ServletOutputStream output) {
        this.bytes = bytes;
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
            buffer.clear();
            int read = bytes.read(buffer);
            if (read < 0) {
                bytes.close();
                sent.complete(null);
                return;
            }
            output.write(buffer.array(), 0, read);
        }
    }

    @Override
    public void onError(Throwable fault) {
        try {
            bytes.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            sent.completeExceptionally(fault);
        }
    }
}
