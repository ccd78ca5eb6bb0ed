package dev.feedmill.article;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * Tells whether bytes are the same as before: two checksums of different polynomials, together 64 bits.
 *
 * <p>Against chance that is enough, and nobody gains by a collision but who writes both sides of it. Java computes these at
 * full speed from the first call on, which it reaches with SHA-256 only in what its second compiler has compiled: as SHA-256
 * they were half of the work of a cold feed. Not for threads to share.
 */
public final class Checksum {
    private final CRC32 one = new CRC32();
    private final CRC32C other = new CRC32C();

    /** Of these bytes alone. */
    public static Checksum of(byte[] bytes) {
        Checksum sum = new Checksum();
        sum.add(bytes);
        return sum;
    }

    public void add(byte[] bytes) {
        one.update(bytes);
        other.update(bytes);
    }

    /** Its UTF-8, ended by a NUL to keep it from running into the next; it must not hold one. */
    public void add(String text) {
        add(text.getBytes(StandardCharsets.UTF_8));
        one.update(0);
        other.update(0);
    }

    /** Of all that was added. */
    public long value() {
        return one.getValue() << 32 | other.getValue();
    }

    /** The same in 16 digits. */
    public String hex() {
        return HexFormat.of().toHexDigits(value());
    }
}
