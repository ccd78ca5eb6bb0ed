package dev.feedmill.html;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How large a picture is.
 *
 * @param width in pixels
 * @param height in pixels
 */
public record ImageSize(int width, int height) {
    private static final Pattern PIXELS = Pattern.compile("[1-9]\\d{0,4}");

    /**
     * The same shape in the size that an author wrote, of which a part may be empty; null where both parts are written or none
     * is understood.
     */
    @Nullable
    ImageSize within(String writtenWidth, String writtenHeight) {
        if (writtenWidth.isEmpty() && writtenHeight.isEmpty()) {
            return this;
        }
        if (writtenHeight.isEmpty() && PIXELS.matcher(writtenWidth).matches()) {
            int shown = Integer.parseInt(writtenWidth);
            return new ImageSize(shown, scaled(height, shown, width));
        }
        if (writtenWidth.isEmpty() && PIXELS.matcher(writtenHeight).matches()) {
            int shown = Integer.parseInt(writtenHeight);
            return new ImageSize(scaled(width, shown, height), shown);
        }
        return null;
    }

    private static int scaled(int length, int shown, int whole) {
        return Math.max(1, (int) Math.round((double) length * shown / whole));
    }
}
