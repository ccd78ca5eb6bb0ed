package dev.feedmill.article;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The id of an entry in every feed (RFC 4287 section 4.2.6): an absolute URI that never changes.
 *
 * @param uri an absolute IRI (RFC 3987)
 */
public record ArticleId(String uri) {
    /** Random namespace of Feedmill; changing it would change every id ever issued. */
    private static final UUID NAMESPACE = UUID.fromString("5f1f5c0a-8a0e-4b7b-9d52-3c8f0e1d6a47");

    /**
     * The id of an article that declares none: {@code urn:uuid}, a version 5 UUID (RFC 9562 section 5.5) of its key.
     */
    public static ArticleId ofKey(String key) {
        return new ArticleId("urn:uuid:" + version5(NAMESPACE, key));
    }

    /** The id from a declared one: unchanged if it is an absolute IRI, otherwise derived from the text. */
    public static ArticleId declared(String written) {
        return isAbsolute(written) ? new ArticleId(written) : ofKey("guid:" + written);
    }

    private static boolean isAbsolute(String text) {
        try {
            return new URI(text).isAbsolute() && text.codePoints().noneMatch(ArticleId::isForbidden);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /**
     * Whether an IRI must not contain a character, beyond ASCII, which the URI syntax covers: private use, unassigned,
     * control and formatting characters such as direction marks (RFC 3987 section 4.1).
     */
    private static boolean isForbidden(int c) {
        return switch (Character.getType(c)) {
            case Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.CONTROL,
                    Character.FORMAT -> true;
            default -> false;
        };
    }

    /** A version 5 UUID of a name in a namespace (RFC 9562 section 5.5). */
    public static UUID version5(UUID namespace, String name) {
        MessageDigest sha1;
        try {
            sha1 = MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
        sha1.update(ByteBuffer.allocate(16)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .array());
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
        long high = (hash.getLong() & 0xffff_ffff_ffff_0fffL) | 0x5000L;
        long low = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
