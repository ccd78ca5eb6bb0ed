package dev.feedmill.http.files;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.concurrent.CompletableFuture;

/**
 * A file on its way to one client, as fast as the client takes it: one buffer is in memory, and no thread waits.
 *
 * <p>Jetty's own way, {@code HttpOutput.sendContent} of a stream or channel, never says that it has ended (12.1.12), so that
 * no second request would be answered over the same connection.
 */
public final class FileSender implements WriteListener {
    private static final int BUFFER = 32 * 1024;

    private final ReadableByteChannel bytes;
    private final ServletOutputStream output;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private final CompletableFuture<Void> sent = new CompletableFuture<>();

    /** @param bytes closed at the end, whatever it is */
    public FileSender(ReadableByteChannel bytes, ServletOutputStream output) {
        this.bytes = bytes;
        this.output = output;
    }

    /** Begins; what comes back is done when all bytes are with the client, or nobody wants them any more. */
    public CompletableFuture<Void> send() {
        output.setWriteListener(this);
        return sent;
    }

    @Override
    public void onWritePossible() throws IOException {
        // The buffer is free again only when the output is ready.
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
