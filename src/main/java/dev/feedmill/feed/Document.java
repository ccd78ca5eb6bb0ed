package dev.feedmill.feed;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one answer, made once and sent many times. Threads may share it.
 *
 * <p>Each content coding has a strong entity tag of its own (RFC 9110 section 8.8.3.3); both follow from the identity bytes.
 */
public final class Document {
    private final String mediaType;
    private final byte[] identity;
    private final String digest;
    private final Instant lastModified;
    private volatile byte @Nullable [] gzip;

    /** Takes the array over: it must not be changed afterwards. */
    public Document(String mediaType, byte[] identity, Instant lastModified) {
        this.mediaType = mediaType;
        this.identity = identity;
        this.digest = digest(identity);
        this.lastModified = lastModified;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Never change it. */
    public byte[] identity() {
        return identity;
    }

    /** The identity bytes compressed (RFC 1952), made when first asked for; never change it. */
    public byte[] gzip() {
        byte[] made = gzip;
        if (made == null) {
            synchronized (this) {
                made = gzip;
                if (made == null) {
                    made = Gzip.of(identity);
                    gzip = made;
                }
            }
        }
        return made;
    }

    /** Strong entity tag of the identity bytes, with its quotes. */
    public String tag() {
        return '"' + digest + '"';
    }

    /** Strong entity tag of the compressed bytes, with its quotes. */
    public String gzipTag() {
        return '"' + digest + "-gz\"";
    }

    /** Whole seconds. */
    public Instant lastModified() {
        return lastModified;
    }

    /** What it takes in memory, in bytes, about. */
    public int weight() {
        byte[] made = gzip;
        return identity.length + (made == null ? identity.length / 4 : made.length) + 300;
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 22);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
