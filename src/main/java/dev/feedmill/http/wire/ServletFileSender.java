package dev.feedmill.http.wire;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;

/**
 * Sends a file through a servlet to one client without blocking a thread, at the client's speed and with one buffer in memory.
 *
 * <p>Jetty's {@code HttpOutput.sendContent} for a stream or channel never signals its end (12.1.12), so that the
 * connection would serve no second request.
 */
final class ServletFileSender implements WriteListener {
    private final FilePartReader file;
    private final ServletOutputStream output;
    private final byte[] bytes = new byte[FilePartReader.BUFFER];
    private final ByteBuffer buffer = ByteBuffer.wrap(bytes);
    private final CompletableFuture<Void> sent = new CompletableFuture<>();

    /** @param file closed at the end, also after a failure */
    ServletFileSender(FilePartReader file, ServletOutputStream output) {
        this.file = file;
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
            if (file.isDone()) {
                file.close();
                sent.complete(null);
                return;
            }
            file.read(buffer);
            output.write(bytes, 0, buffer.remaining());
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
