package dev.feedmill.feed.coding;

import dev.feedmill.article.Checksum;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The bytes of a response's content, in all codings. Thread-safe.
 *
 * <p>Each content coding has a strong ETag of its own (RFC 9110 section 8.8.3.3); all derive from the identity bytes.
 */
public final class Document {
    /** Length of a digest: checksum and size, 96 bits in base64url. */
    public static final int DIGEST_LENGTH = 16;

    private final String mediaType;
    private final String digest;
    private final byte[] identity;
    private final Map<Coding, byte[]> coded = new ConcurrentHashMap<>(2);

    /** Takes ownership of the array; callers must not change it afterwards. */
    public Document(String mediaType, byte[] identity) {
        this.mediaType = mediaType;
        this.digest = digest(identity);
        this.identity = identity;
        coded.put(Coding.IDENTITY, identity);
    }

    public String mediaType() {
        return mediaType;
    }

    /** The bytes in this coding, compressed by one thread on first use; callers must not change them. */
    public byte[] bytes(Coding coding) {
        byte[] made = coded.get(coding);
        return made == null ? coded.computeIfAbsent(coding, missing -> missing.encode(identity)) : made;
    }

    /**
     * A digest of the identity bytes in ASCII letters, digits, hyphens and underscores. With the suffix of a coding it
     * is the strong ETag of the bytes in that coding.
     */
    public String digest() {
        return digest;
    }

    /** Approximate memory use with all codings, in bytes. */
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
