package dev.feedmill.moving;

import java.nio.charset.StandardCharsets;

/**
 * Parses RSS of any version, Atom and JSON feeds; of each entry, only what decides whether feed readers recognize it.
 */
final class OldFeedParser {
    private OldFeedParser() {}

    /** Parses a feed; never follows references to anything outside the bytes. */
    static OldFeed parse(byte[] bytes) throws UnreadableFeedException {
        return isJson(bytes) ? JsonOldFeed.parse(bytes) : XmlOldFeed.parse(bytes);
    }

    private static boolean isJson(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.UTF_8).replace("\ufeff", "");
        return start.stripLeading().startsWith("{");
    }
}
