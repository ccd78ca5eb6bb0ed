package dev.feedmill.feed;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Media types of pictures, told from their address alone: nothing is fetched. */
final class ImageTypes {
    private static final Map<String, String> BY_EXTENSION = Map.of(
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "png", "image/png",
            "gif", "image/gif",
            "webp", "image/webp",
            "avif", "image/avif",
            "svg", "image/svg+xml",
            "bmp", "image/bmp");

    private ImageTypes() {}

    /** Null where the address does not tell. */
    static @Nullable String of(String url) {
        int end = url.length();
        for (char stop : new char[] {'#', '?'}) {
            int at = url.indexOf(stop);
            end = at >= 0 && at < end ? at : end;
        }
        int dot = url.lastIndexOf('.', end - 1);
        return dot < 0 ? null : BY_EXTENSION.get(url.substring(dot + 1, end).toLowerCase(Locale.ROOT));
    }
}
