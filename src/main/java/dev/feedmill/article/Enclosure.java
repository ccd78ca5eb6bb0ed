package dev.feedmill.article;

/**
 * A file that comes with an article, to be played or kept.
 *
 * @param url absolute, with {@link dev.feedmill.web.ServerUrl#URL} for this server's own address
 * @param type its media type without parameters, such as {@code audio/mpeg}
 * @param bytes its length; 0 where nobody knows it
 * @param seconds how long it plays; 0 where nobody knows it
 */
public record Enclosure(String url, String type, long bytes, long seconds) {
    /** Whether people listen to it or watch it. */
    public boolean isPlayed() {
        return type.startsWith("audio/") || type.startsWith("video/");
    }

    /** The same at another address. */
    Enclosure at(String other) {
        return new Enclosure(other, type, bytes, seconds);
    }

    /** The same with what another one of the same address knows and this one does not. */
    Enclosure filledFrom(Enclosure other) {
        return new Enclosure(url, type, bytes == 0 ? other.bytes : bytes, seconds == 0 ? other.seconds : seconds);
    }
}
