package dev.feedmill.http.wire;

import dev.feedmill.http.message.FilePart;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;

/** Reads a part of a file from its first byte to its last, for one client; fails if the file changes meanwhile. */
final class FilePartReader implements Closeable {
    /** Size of a buffer for one client, in bytes. */
    static final int BUFFER = 32 * 1024;

    private final FilePart part;
    private final FileChannel file;
    private long at;
    private long left;
    private boolean hasWaited;

    /** @param file the open file of the part, closed with the reader */
    FilePartReader(FilePart part, FileChannel file) {
        this.part = part;
        this.file = file;
        this.at = part.range().from();
        this.left = part.range().length();
    }

    boolean isDone() {
        return left == 0;
    }

    /** Moves bytes to a channel that does not block; returns false if it takes none now. */
    boolean moveTo(WritableByteChannel channel) throws IOException {
        if (hasWaited) {
            part.requireSame();
            hasWaited = false;
        }
        long moved = file.transferTo(at, left, channel);
        at += moved;
        left -= moved;
        return moved > 0;
    }

    /** Fills a buffer with the next bytes, for a client that must be waited for. */
    void read(ByteBuffer buffer) throws IOException {
        hasWaited = true;
        part.requireSame();
        buffer.clear().limit((int) Math.min(left, buffer.capacity()));
        int read = file.read(buffer, at);
        if (read <= 0) {
            throw new EOFException("the file became shorter while it was sent");
        }
        at += read;
        left -= read;
        buffer.flip();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
