package dev.feedmill.http.message;

import dev.feedmill.media.MediaFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
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

    /** Opens the whole file; null if it has changed or is gone. */
    public @Nullable FileChannel openIfSame() {
        try {
            return openFile();
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
     * The bytes of a small part; null where the file has become shorter.
     *
     * @throws IOException where the file cannot be opened any more
     */
    public byte @Nullable [] bytes() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(range.length()));
        try (FileChannel channel = openFile()) {
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, range.from() + bytes.position()) < 0) {
                    return null;
                }
            }
        }
        return bytes.array();
    }
}
