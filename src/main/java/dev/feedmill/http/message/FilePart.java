package dev.feedmill.http.message;

import dev.feedmill.media.MediaFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/** A part of a file as the content of a response, read while it is sent. */
public record FilePart(MediaFile file, ByteRange range) {
    /** Opens the whole file, which the caller closes; null if it has changed or is gone. */
    public @Nullable FileChannel openIfSame() {
        try {
            return file.open();
        } catch (IOException e) {
            return null;
        }
    }

    /** Throws an exception if the bytes of an open channel may have changed while they are sent. */
    public void requireSame() throws IOException {
        if (file.isOverwritten()) {
            throw new IOException(file.path() + " is overwritten while it is sent");
        }
    }

    /**
     * The bytes of a small part.
     *
     * @throws IOException if the file has changed or is gone
     */
    public byte[] bytes() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(range.length()));
        try (FileChannel channel = file.open()) {
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, range.from() + bytes.position()) < 0) {
                    break;
                }
            }
            file.requireCurrent();
        }
        return bytes.array();
    }
}
