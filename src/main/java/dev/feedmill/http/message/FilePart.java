package dev.feedmill.http.message;

import dev.feedmill.media.MediaFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import org.jspecify.annotations.Nullable;

/** A part of a file as the content of a response, read while it is sent. */
public record FilePart(MediaFile file, ByteRange range) {
    /**
     * Opens the whole file; the caller closes it.
     *
     * @throws IOException if the file can no longer be opened
     */
    public FileChannel openFile() throws IOException {
        return file.open();
    }

    /**
     * Opens the bytes of the part; the caller closes them.
     *
     * @throws IOException if the file can no longer be opened
     */
    public ReadableByteChannel open() throws IOException {
        FileChannel channel = openFile();
        try {
            channel.position(range.from());
            return new Bounded(channel, range.length());
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * The bytes of a small part; null where the file has become shorter.
     *
     * @throws IOException where the file cannot be opened any more
     */
    public byte @Nullable [] bytes() throws IOException {
        int length = Math.toIntExact(range.length());
        try (InputStream in = Channels.newInputStream(open())) {
            byte[] bytes = in.readNBytes(length);
            return bytes.length == length ? bytes : null;
        }
    }

    private static final class Bounded implements ReadableByteChannel {
        private final FileChannel channel;
        private long left;

        Bounded(FileChannel channel, long left) {
            this.channel = channel;
            this.left = left;
        }

        @Override
        public int read(ByteBuffer buffer) throws IOException {
            if (left == 0) {
                return -1;
            }
            int limit = buffer.limit();
            buffer.limit((int) Math.min(limit, buffer.position() + left));
            try {
                int read = channel.read(buffer);
                left -= Math.max(read, 0);
                return read;
            } finally {
                buffer.limit(limit);
            }
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
