package dev.feedmill.html.allowed;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A picture in a data URL (RFC 2397): only bitmaps, only Base64, and no placeholder of one pixel. */
public final class DataImage {
    private static final Pattern BITMAP =
            Pattern.compile("data:image/(?:png|jpeg|jpg|gif|webp|avif);base64,[A-Za-z0-9+/]{24,}={0,2}+");
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    /** Prefix of every one-pixel GIF, the usual placeholder of a picture that a script loads later. */
    private static final String ONE_PIXEL_GIF = "data:image/gif;base64,R0lGODlhAQABA";

    private DataImage() {}

    public static boolean startsLikeOne(String value) {
        return value.strip().regionMatches(true, 0, "data:", 0, 5);
    }

    public static @Nullable String repaired(String value) {
        String compact = WHITE_SPACE.matcher(value).replaceAll("");
        return BITMAP.matcher(compact).matches() && !compact.startsWith(ONE_PIXEL_GIF) ? compact : null;
    }
}
