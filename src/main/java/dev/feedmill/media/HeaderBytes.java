package dev.feedmill.media;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/**
 * Random access to a file's bytes with a limit on the total read: a file may refer to any place in itself, any number
 * of times.
 */
final class HeaderBytes implements ByteSource {
    private static final int WINDOW = 4096;
    private static final int MAX_WINDOWS = 256;

    private final FileChannel channel;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
    private long start;
    private int windows;

    HeaderBytes(FileChannel channel) {
        this.channel = channel;
    }

    @Override
    public int byteAt(long at) throws IOException {
        if (at < start || at >= start + window.limit()) {
            load(at);
        }
        return window.get((int) (at - start)) & 0xff;
    }

    /** Bytes as ASCII text. */
    String text(long at, int bytes) throws IOException {
        byte[] text = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            text[i] = (byte) byteAt(at + i);
        }
        return new String(text, StandardCharsets.US_ASCII);
    }

    private void load(long at) throws IOException {
        if (at < 0 || at >= channel.size() || ++windows > MAX_WINDOWS) {
            throw new EOFException("the header leads too far");
        }
        start = at;
        window.clear();
        int read = channel.read(window, at);
        window.flip();
        if (read <= 0) {
            throw new EOFException("the file ends within its header");
        }
    }
}
