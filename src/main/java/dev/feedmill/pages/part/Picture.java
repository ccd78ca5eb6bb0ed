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
 * @param size null where it is unknown
 */
public record Picture(String url, @Nullable ImageSize size) {
    /** In pixels; null where it is unknown, so that templates leave the attribute out. */
    public @Nullable String width() {
        return size == null ? null : Integer.toString(size.width());
    }

    /** The same as {@link #width}. */
    public @Nullable String height() {
        return size == null ? null : Integer.toString(size.height());
    }

    /** The sizes of the pictures of an article, by their whole addresses. */
    public static Map<String, ImageSize> sizes(Article article, ServerUrl here) {
        Map<String, ImageSize> sizes = new HashMap<>();
        for (Attachment file : article.attachments().files()) {
            if (file.width() > 0) {
                sizes.put(here.resolve(file.url()), new ImageSize(file.width(), file.height()));
            }
        }
        return sizes;
    }
}
