package dev.feedmill.article;

/**
 * A file that belongs to an article, to be played or saved.
 *
 * @param url absolute, with {@link dev.feedmill.web.ServerUrl#URL} as the placeholder for this server
 * @param type media type without parameters, such as {@code audio/mpeg}
 * @param bytes its length; 0 if unknown
 * @param seconds playing time; 0 if unknown
 */
public record Enclosure(String url, String type, long bytes, long seconds) {
    /** Whether it is audio or video. */
    public boolean isPlayed() {
        return type.startsWith("audio/") || type.startsWith("video/");
    }

    /** A copy with another URL. */
    Enclosure at(String other) {
        return new Enclosure(other, type, bytes, seconds);
    }

    /** A copy with unknown values filled in from another enclosure with the same URL. */
    Enclosure filledFrom(Enclosure other) {
        return new Enclosure(url, type, bytes == 0 ? other.bytes : bytes, seconds == 0 ? other.seconds : seconds);
    }
}
