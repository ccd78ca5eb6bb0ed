package dev.feedmill.moving;

import java.nio.charset.StandardCharsets;

/** Reads RSS of any version, Atom and JSON feeds: of each entry, what tells whether its readers will know it again. */
final class OldFeedParser {
    private OldFeedParser() {}

    /** Nothing outside of the bytes is looked at, whatever they name. */
    static OldFeed parse(byte[] bytes) throws UnreadableFeedException {
        return isJson(bytes) ? JsonOldFeed.parse(bytes) : XmlOldFeed.parse(bytes);
    }

    private static boolean isJson(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.UTF_8).replace("\ufeff", "");
        return start.stripLeading().startsWith("{");
    }
}
