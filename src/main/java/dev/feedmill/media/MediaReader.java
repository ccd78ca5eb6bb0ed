package dev.feedmill.media;

import dev.feedmill.article.Attachment;
import dev.feedmill.article.Sha256;
import dev.feedmill.web.MediaType;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the metadata of files. It reads a bounded number of bytes, and caches the result until the file changes.
 * Thread-safe.
 */
public final class MediaReader {
    private static final Logger LOG = LoggerFactory.getLogger(MediaReader.class);

    /** Number of bytes at the start and the end of a file that distinguish it from others of the same size. */
    private static final int SAMPLE = 16 * 1024;

    /** Cached files. */
    private static final int REMEMBERED = 10_000;

    private final Map<MediaFile, Attachment> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<MediaFile, Attachment> eldest) {
            return size() > REMEMBERED;
        }
    });

    /**
     * The metadata of a file.
     *
     * @throws IOException if it cannot be read
     */
    public Attachment read(MediaFile file) throws IOException {
        Attachment seen = known.get(file);
        if (seen == null) {
            seen = look(file);
            known.put(file, seen);
        }
        return seen;
    }

    private static Attachment look(MediaFile file) throws IOException {
        try (FileChannel channel = file.open()) {
            PictureSize size = file.type().isImage() ? size(file, channel) : PictureSize.UNKNOWN;
            return new Attachment(
                    file.path(),
                    file.type().name(),
                    file.size(),
                    size.width(),
                    size.height(),
                    digest(file.size(), channel),
                    file.stamp());
        }
    }

    private static PictureSize size(MediaFile file, FileChannel channel) throws IOException {
        try {
            return file.type().use() == MediaType.Use.SANDBOXED ? SvgHeader.read(channel) : PictureReader.read(channel);
        } catch (EOFException e) {
            LOG.debug("{} is a broken picture: {}", file.path(), e.getMessage());
            return PictureSize.UNKNOWN;
        }
    }

    private static String digest(long size, FileChannel channel) throws IOException {
        MessageDigest digest = Sha256.digest();
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(size).flip());
        add(digest, channel, 0);
        add(digest, channel, Math.max(SAMPLE, size - SAMPLE));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, FileChannel channel, long from) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(SAMPLE);
        long at = from;
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer, at);
            if (read < 0) {
                break;
            }
            at += read;
        }
        digest.update(buffer.flip());
    }
}
