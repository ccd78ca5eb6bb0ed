package dev.feedmill.feed.coding;

import dev.feedmill.article.Checksum;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The bytes of one answer, made once and sent many times. Threads may share it.
 *
 * <p>Each content coding has a strong entity tag of its own (RFC 9110 section 8.8.3.3); all follow from the identity bytes.
 */
public final class Document {
    /** Of a digest: checksum and length, 96 bits in the letters of base64url. */
    public static final int DIGEST_LENGTH = 16;

    private final String mediaType;
    private final String digest;
    private final byte[] identity;
    private final Map<Coding, byte[]> coded = new ConcurrentHashMap<>(2);

    /** Takes the array over: it must not be changed afterwards. */
    public Document(String mediaType, byte[] identity) {
        this.mediaType = mediaType;
        this.digest = digest(identity);
        this.identity = identity;
        coded.put(Coding.IDENTITY, identity);
    }

    public String mediaType() {
        return mediaType;
    }

    /** The bytes in this coding, made by one thread when first asked for; never change them. */
    public byte[] bytes(Coding coding) {
        byte[] made = coded.get(coding);
        return made == null ? coded.computeIfAbsent(coding, missing -> missing.encode(identity)) : made;
    }

    /**
     * A digest of the identity bytes in ASCII letters, digits, hyphens and underscores: with the suffix of a coding, the
     * strong entity tag of the bytes in that coding.
     */
    public String digest() {
        return digest;
    }

    /** What it takes in memory with all its codings, in bytes, about. */
    public int weight() {
        return identity.length + identity.length / 2 + 600;
    }

    private static String digest(byte[] bytes) {
        byte[] digest = ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .putLong(Checksum.of(bytes).value())
                .putInt(bytes.length)
                .array();
        return Base64.getUrlEncoder().encodeToString(digest);
    }
}
