package dev.feedmill.library.table;

import dev.feedmill.article.Checksum;
import java.nio.charset.StandardCharsets;

/** A checksum of a file's bytes, with their number; identifies the content. */
public final class FileDigest {
    /** The digest of a fixed text: if it differs from the stored one, the algorithm has changed. */
    public static final String SAMPLE = of("sample".getBytes(StandardCharsets.UTF_8));

    private FileDigest() {}

    public static String of(byte[] bytes) {
        return Checksum.of(bytes).hex() + "-" + bytes.length;
    }
}
