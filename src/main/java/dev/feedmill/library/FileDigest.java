package dev.feedmill.library;

import dev.feedmill.article.Checksum;
import java.nio.charset.StandardCharsets;

/** The checksum of the bytes of a file, with their number, which tells it from those of other files. */
final class FileDigest {
    /** What it is of a certain file: where it is another, checksums are made in another way. */
    static final String SAMPLE = of("sample".getBytes(StandardCharsets.UTF_8));

    private FileDigest() {}

    static String of(byte[] bytes) {
        return Checksum.of(bytes).hex() + "-" + bytes.length;
    }
}
