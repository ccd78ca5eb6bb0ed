package dev.feedmill.library.table;

import dev.feedmill.article.Checksum;
import java.nio.charset.StandardCharsets;

/** The checksum of the bytes of a file, with their number, which tells it from those of other files. */
public final class FileDigest {
    /** What it is of a certain file: where it is another, checksums are made in another way. */
    public static final String SAMPLE = of("sample".getBytes(StandardCharsets.UTF_8));

    private FileDigest() {}

    public static String of(byte[] bytes) {
        return Checksum.of(bytes).hex() + "-" + bytes.length;
    }
}
