package dev.feedmill.library;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Fixed-length stand-ins for texts of any length: pieces of their SHA-256. */
final class Hashes {
    private Hashes() {}

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The first 128 bits, as 32 digits. */
    static String hex(String text) {
        return HexFormat.of().formatHex(sha256(text), 0, 16);
    }
}
