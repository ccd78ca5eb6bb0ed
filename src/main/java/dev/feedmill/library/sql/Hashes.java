package dev.feedmill.library.sql;

import dev.feedmill.article.Sha256;
import java.util.HexFormat;

/** Fixed-length substitutes for texts of any length: truncated SHA-256. */
public final class Hashes {
    private Hashes() {}

    /** The first 128 bits, as 32 hexadecimal digits. */
    public static String hex(String text) {
        return HexFormat.of().formatHex(Sha256.of(text), 0, 16);
    }
}
