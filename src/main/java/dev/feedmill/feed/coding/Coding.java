package dev.feedmill.feed.coding;

/** The content codings of responses (RFC 9110 section 8.4.1), smallest result first. */
public enum Coding {
    /** Brotli (RFC 7932). */
    BROTLI("br", "-br"),
    /** Gzip (RFC 1952). */
    GZIP("gzip", "-gz"),
    /** No compression. */
    IDENTITY("identity", "");

    private final String token;
    private final String suffix;

    Coding(String token, String suffix) {
        this.token = token;
        this.suffix = suffix;
    }

    /** The name in {@code Accept-Encoding} and {@code Content-Encoding}. */
    public String token() {
        return token;
    }

    /** The suffix of the ETag for this coding, within its quotes. */
    public String suffix() {
        return suffix;
    }

    /**
     * Whether this machine supports the coding; false only for {@link #BROTLI}, which has native libraries only for
     * Linux.
     */
    public boolean isAvailable() {
        return this != BROTLI || Brotli.isAvailable();
    }

    byte[] encode(byte[] bytes) {
        return switch (this) {
            case BROTLI -> Brotli.of(bytes);
            case GZIP -> Gzip.of(bytes);
            case IDENTITY -> bytes;
        };
    }
}
