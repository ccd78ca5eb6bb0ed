package dev.feedmill.feed.coding;

/** The content codings of an answer (RFC 9110 section 8.4.1), the smallest first. */
public enum Coding {
    /** RFC 7932. */
    BROTLI("br", "-br"),
    /** RFC 1952. */
    GZIP("gzip", "-gz"),
    /** The bytes as they are. */
    IDENTITY("identity", "");

    private final String token;
    private final String suffix;

    Coding(String token, String suffix) {
        this.token = token;
        this.suffix = suffix;
    }

    /** Its name in {@code Accept-Encoding} and {@code Content-Encoding}. */
    public String token() {
        return token;
    }

    /** What ends the entity tag of bytes in this coding, within its quotes. */
    public String suffix() {
        return suffix;
    }

    /** Whether this machine can make it; all can but {@link #BROTLI}, whose library has natives for Linux alone. */
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
