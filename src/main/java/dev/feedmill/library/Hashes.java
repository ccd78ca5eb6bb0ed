package dev.feedmill.library;

import dev.feedmill.article.Sha256;
import java.util.HexFormat;

/** Fixed-length stand-ins for texts of any length: pieces of their SHA-256. */
final class Hashes {
    private Hashes() {}

    /** The first 128 bits, as 32 digits. */
    static String hex(String text) {
        return HexFormat.of().formatHex(Sha256.of(text), 0, 16);
    }
}
