package dev.feedmill.feed.item;

import dev.feedmill.article.Attachment;
import dev.feedmill.web.MediaType;
import dev.feedmill.web.MediaTypes;
import org.jspecify.annotations.Nullable;

/**
 * The lead picture of an entry.
 *
 * @param url absolute
 * @param type media type; null if unknown
 * @param length in bytes; 0 if unknown
 * @param width in pixels; 0 if unknown
 * @param height in pixels; 0 if unknown
 */
public record FeedPicture(String url, @Nullable String type, long length, int width, int height) {
    /** @param file the file at the address; null for another host's, of which only the address is known */
    static FeedPicture of(String url, @Nullable Attachment file) {
        if (file == null) {
            MediaType type = MediaTypes.ofAddress(url);
            return new FeedPicture(url, type == null ? null : type.name(), 0, 0, 0);
        }
        return new FeedPicture(url, file.type(), file.size(), file.width(), file.height());
    }
}
