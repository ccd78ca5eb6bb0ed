package dev.feedmill.pages.part;

import dev.feedmill.article.Article;
import dev.feedmill.article.Attachment;
import dev.feedmill.html.ImageSize;
import dev.feedmill.web.ServerUrl;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A picture on a page.
 *
 * @param url absolute
 * @param size null if unknown
 */
public record Picture(String url, @Nullable ImageSize size) {
    /** The width in pixels; null if unknown, so that templates omit the attribute. */
    public @Nullable String width() {
        return size == null ? null : Integer.toString(size.width());
    }

    /** The height in pixels; null if unknown. */
    public @Nullable String height() {
        return size == null ? null : Integer.toString(size.height());
    }

    /** The sizes of an article's pictures, by absolute URL. */
    public static Map<String, ImageSize> sizes(Article article, ServerUrl server) {
        Map<String, ImageSize> sizes = new HashMap<>();
        for (Attachment file : article.attachments().files()) {
            if (file.width() > 0) {
                sizes.put(server.resolve(file.url()), new ImageSize(file.width(), file.height()));
            }
        }
        return sizes;
    }
}
