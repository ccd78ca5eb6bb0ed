package dev.feedmill.html;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The size of a picture.
 *
 * @param width in pixels
 * @param height in pixels
 */
public record ImageSize(int width, int height) {
    private static final Pattern PIXELS = Pattern.compile("[1-9]\\d{0,4}");

    /**
     * Scales this size to a size that an author wrote, one part of which may be empty; null if both parts are written
     * or neither is valid.
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
