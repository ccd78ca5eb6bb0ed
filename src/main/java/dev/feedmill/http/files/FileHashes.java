package dev.feedmill.http.files;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.feedmill.article.Sha256;
import dev.feedmill.media.FileVersion;
import dev.feedmill.media.MediaFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.HexFormat;

/** SHA-256 hashes of files, computed once as long as a file does not change. Thread-safe. */
final class FileHashes {
    private static final int BUFFER = 64 * 1024;

    private final Cache<FileVersion, String> known =
            Caffeine.newBuilder().maximumSize(10_000).build();

    /**
     * The hash of a file, hexadecimal.
     *
     * @throws IOException if the file cannot be read to its end
     */
    String of(MediaFile file) throws IOException {
        try {
            return known.get(file.version(), version -> {
                try {
                    return computed(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The hash of bytes, hexadecimal. */
    static String of(byte[] bytes) {
        return hexadecimal(Sha256.digest().digest(bytes));
    }

    private static String hexadecimal(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static String computed(MediaFile file) throws IOException {
        MessageDigest digest = Sha256.digest();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        try (FileChannel channel = file.open()) {
            while (channel.read(buffer) >= 0) {
                digest.update(buffer.flip());
                buffer.clear();
            }
            file.requireCurrent();
        }
        return hexadecimal(digest.digest());
    }
}
